import { canonicalJson } from "../documents/canonicalJson.ts";
import { sha256Digest } from "../documents/sha256Digest.ts";
import type { GoodsDescription } from "./goodsDescription.ts";

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a description, which a lot is opened under.
 *
 * @returns 32 bytes in hex
 *
 * @example
 * import { goodsDigest } from "@tallystick/sdk";
 *
 * const goods = { variety: "A00 aluminium", quality: "99.70 %", packaging: "bundles", pieces: 40n };
 * goodsDigest(goods) === goodsDigest({ ...goods, pieces: 41n }) // => false
 */
export function goodsDigest({
  variety,
  quality,
  packaging,
  pieces,
}: GoodsDescription): `0x${string}` {
  const record = { variety, quality, packaging, pieces: pieces.toString() };
  return sha256Digest(canonicalJson(record));
}
