import { getBytes } from "ethers";
import { opcodePrices as price } from "./opcodePrices.ts";

/**
 * What the bytes of a transaction's calldata cost.
 *
 * @param data calldata in hex
 */
export function calldataGas(data: string): number {
  const bytes = getBytes(data);
  const zeros = bytes.filter((byte) => byte === 0).length;
  return zeros * price.zeroByte + (bytes.length - zeros) * price.nonZeroByte;
}
