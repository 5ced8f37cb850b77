import { hexlify, toUtf8Bytes } from "ethers";
import { GoodsError } from "../errors/GoodsError.ts";

/**
 * A unit of goods as contracts store it: its three characters in ASCII.
 *
 * @param unit UN/ECE Recommendation 20 code of three characters: KGM, TNE, LTR, MTQ, C62 (pieces)
 * @throws GoodsError `goods-unit-invalid`
 *
 * @example
 * import { unitToBytes3 } from "@tallystick/sdk";
 *
 * unitToBytes3("KGM") // => "0x4b474d"
 */
export function unitToBytes3(unit: string): `0x${string}` {
  if (/^[A-Z][A-Z0-9]{2}$/.test(unit)) return hexlify(toUtf8Bytes(unit)) as `0x${string}`;
  throw new GoodsError(
    "goods-unit-invalid",
    `"${unit.slice(0, 20)}" is no unit code of three capitals and digits, such as KGM or C62.`,
  );
}
