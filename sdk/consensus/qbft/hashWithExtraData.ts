import { keccak } from "../../anchors/keccak.ts";
import { bytesOf } from "../../chain/bytesOf.ts";
import { headerFieldAt } from "../../chain/headerFieldAt.ts";
import type { Hex } from "../../chain/hex.ts";
import { rlpBytes } from "../../chain/rlpBytes.ts";
import type { QbftExtraData } from "./qbftExtraData.ts";
import { writeQbftExtraData } from "./writeQbftExtraData.ts";

/** Keccak256 of a header with other extra data in it. */
export function hashWithExtraData(fields: readonly Hex[], extraData: QbftExtraData): Uint8Array {
  const items = fields.with(headerFieldAt.extraData, writeQbftExtraData(extraData));
  return keccak(rlpBytes(items.map(bytesOf)));
}
