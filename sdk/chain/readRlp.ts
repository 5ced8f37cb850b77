import { decodeRlp, type RlpStructuredData } from "ethers";
import { ChainProofError } from "../errors/ChainProofError.ts";
import type { Hex } from "./hex.ts";
import type { RlpTree } from "./rlpTree.ts";
import { treeRlp } from "./treeRlp.ts";

function decoded(rlp: Hex): RlpStructuredData | undefined {
  try {
    return decodeRlp(rlp);
  } catch {
    return undefined;
  }
}

/**
 * Decodes RLP, and refuses all but the one canonical encoding: otherwise bytes could be changed without changing what
 * they mean.
 *
 * @throws ChainProofError `chain-rlp-invalid`
 */
export function readRlp(rlp: Hex): RlpTree {
  const tree = decoded(rlp);
  if (tree !== undefined && treeRlp(tree) === rlp) return tree;
  throw new ChainProofError("chain-rlp-invalid", "The bytes are not canonical RLP.");
}
