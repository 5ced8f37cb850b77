import { id } from "ethers";
import { canonicalGoodsText } from "./canonicalGoodsText.ts";

/**
 * The digest of a lot mark (lot, heat or batch number, brand), the same whoever computes it: keccak256 of
 * `tallystick mark`, a line feed and the canonical text.
 *
 * @returns 32 bytes in hex
 * @throws GoodsError `goods-text-invalid`
 *
 * @example
 * import { markDigest } from "@tallystick/sdk";
 *
 * markDigest("Heat 4711 ") === markDigest("ＨＥＡＴ 4711") // => true
 */
export function markDigest(mark: string): `0x${string}` {
  return id(`tallystick mark\n${canonicalGoodsText("lot mark", mark)}`) as `0x${string}`;
}
