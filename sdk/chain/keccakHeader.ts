import { keccak } from "../anchors/keccak.ts";
import type { HashHeader } from "./blockHeader.ts";
import { bytesOf } from "./bytesOf.ts";
import { hexOf } from "./hexOf.ts";
import { rlpBytes } from "./rlpBytes.ts";

/** The hash of a block on engines that hash the header as it is, such as anvil. */
export const keccakHeader: HashHeader = (fields) => hexOf(keccak(rlpBytes(fields.map(bytesOf))));
