import { ChainProofError } from "../errors/ChainProofError.ts";
import type { BlockHeader } from "./blockHeader.ts";
import { ethereumHeaders } from "./ethereumHeaders.ts";
import type { HeaderCodec } from "./headerCodec.ts";
import { headerOf } from "./headerOf.ts";
import type { Hex } from "./hex.ts";
import { readRlp } from "./readRlp.ts";

/**
 * A header out of its RLP, with the hash that it has on its engine.
 *
 * @param codec how the engine writes headers: `qbftHeaders` on QBFT, `avalancheHeaders` on Avalanche
 * @throws ChainProofError `chain-rlp-invalid`, `chain-header-invalid`
 *
 * @example
 * import { headerFromRlp, headerRlp } from "@tallystick/sdk";
 *
 * const [hash, root] = ["0x" + "11".repeat(32), "0x" + "22".repeat(32)];
 * const fields = [
 *   hash, hash, "0x" + "33".repeat(20), root, root, root, "0x" + "00".repeat(256),
 *   "0x01", "0x07", "0x", "0x", "0x6923a1b2", "0x", hash, "0x" + "00".repeat(8),
 * ];
 * headerFromRlp(headerRlp({ fields })).number // => 7n
 */
export function headerFromRlp(rlp: Hex, codec: HeaderCodec = ethereumHeaders): BlockHeader {
  const tree = readRlp(rlp);
  const fields = typeof tree === "string" ? [] : tree.filter((item) => typeof item === "string");
  if (typeof tree !== "string" && fields.length === tree.length) return headerOf(fields, codec);
  throw new ChainProofError("chain-header-invalid", "A header is a list of fields.");
}
