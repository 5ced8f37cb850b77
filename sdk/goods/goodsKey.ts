import { concat, keccak256 } from "ethers";

/**
 * The key of goods, which one lot has: keccak256 of place and mark, as `IWarehouses.goodsKeyOf` computes it.
 *
 * @param place from `placeDigest`
 * @param mark from `markDigest`
 * @returns 32 bytes in hex
 *
 * @example
 * import { goodsKey, markDigest, placeDigest } from "@tallystick/sdk";
 *
 * const hall = placeDigest("hall 2");
 * goodsKey(hall, markDigest("heat 1")) === goodsKey(hall, markDigest("heat 2")) // => false
 */
export function goodsKey(place: string, mark: string): `0x${string}` {
  return keccak256(concat([place, mark])) as `0x${string}`;
}
