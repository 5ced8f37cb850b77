import { getBytes, isHexString } from "ethers";
import { AnchorError } from "../errors/AnchorError.ts";

/**
 * The 32 bytes of a hash.
 *
 * @param what names it in the error
 * @throws AnchorError `anchor-hash-invalid`
 */
export function hashBytes(value: string | Uint8Array, what: string): Uint8Array {
  const bytes = typeof value === "string" && isHexString(value, 32) ? getBytes(value) : value;
  if (typeof bytes !== "string" && bytes.length === 32) return bytes;
  throw new AnchorError("anchor-hash-invalid", `${what} is not 32 bytes.`);
}
