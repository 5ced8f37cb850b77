import { id } from "ethers";
import { canonicalGoodsText } from "./canonicalGoodsText.ts";

/**
 * The digest of a physical place, the same whoever computes it: keccak256 of `tallystick place`, a line feed and the
 * canonical text. A location has one custodian because two of them get the same digest. It isn't blind: addresses can be
 * guessed.
 *
 * @param place as precise as goods are kept apart: country, city, street, warehouse, hall or tank
 * @returns 32 bytes in hex
 * @throws GoodsError `goods-text-invalid`
 *
 * @example
 * import { placeDigest } from "@tallystick/sdk";
 *
 * const written = placeDigest("CN Shanghai Baoshan, Yunchuan Road 8, hall 2");
 * placeDigest("cn shanghai  Baoshan, Yunchuan Road ８, HALL 2") === written // => true
 */
export function placeDigest(place: string): `0x${string}` {
  return id(`tallystick place\n${canonicalGoodsText("place", place)}`) as `0x${string}`;
}
