import { ChainProofError } from "../errors/ChainProofError.ts";
import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { orderedTrie } from "./orderedTrie.ts";

/**
 * Proves that a block has this transaction or receipt: the nodes from the root to it, for `verifyTrieProof` with
 * `indexKey(index)`.
 *
 * @param values all encodings of the block, in its order
 * @throws ChainProofError `chain-index-unknown`
 *
 * @example
 * import { indexKey, proveInTrie, trieRoot, verifyTrieProof } from "@tallystick/sdk";
 *
 * const receipts = ["0x01", "0x02", "0x03"];
 * verifyTrieProof(trieRoot(receipts), indexKey(1), proveInTrie(receipts, 1)) // => "0x02"
 */
export function proveInTrie(values: readonly Hex[], index: number): Hex[] {
  if (values[index] === undefined) {
    const sentence = `There is no number ${index} among ${values.length}.`;
    throw new ChainProofError("chain-index-unknown", sentence);
  }
  const nodes: Hex[] = [];
  orderedTrie(values, (rlp, holds) => {
    if (holds(index)) nodes.unshift(hexOf(rlp));
  });
  return nodes;
}
