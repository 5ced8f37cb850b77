import type { BlockHeader } from "./blockHeader.ts";
import { bytesOf } from "./bytesOf.ts";
import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { rlpBytes } from "./rlpBytes.ts";

/**
 * A header as RLP, seals and all.
 *
 * @example
 * import { headerRlp } from "@tallystick/sdk";
 *
 * headerRlp({ fields: ["0x01", "0x"] }) // => "0xc20180"
 */
export function headerRlp({ fields }: Pick<BlockHeader, "fields">): Hex {
  return hexOf(rlpBytes(fields.map(bytesOf)));
}
