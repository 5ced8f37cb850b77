import { keccak } from "../anchors/keccak.ts";
import { ChainProofError } from "../errors/ChainProofError.ts";
import { bytesOf } from "./bytesOf.ts";
import type { Hex } from "./hex.ts";
import { hexOf } from "./hexOf.ts";
import { nibblesOf } from "./nibblesOf.ts";
import { readRlp } from "./readRlp.ts";
import type { RlpTree } from "./rlpTree.ts";
import { treeRlp } from "./treeRlp.ts";

const EMPTY_ROOT = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";

/** What a node says of a path: which node comes next, or the value, or that there is none. */
type Step =
  | { readonly link: RlpTree; readonly rest: Uint8Array }
  | { readonly value: Hex | undefined };

const absent: Step = { value: undefined };

function invalid(): ChainProofError {
  return new ChainProofError("chain-proof-invalid", "The proof holds what is no node of a trie.");
}

function valueIn(tree: RlpTree | undefined): Hex {
  if (typeof tree === "string" && tree !== "0x") return tree;
  throw invalid();
}

function throughBranch(children: readonly RlpTree[], path: Uint8Array): Step {
  const [nibble] = path;
  if (nibble === undefined)
    return children[16] === "0x" ? absent : { value: valueIn(children[16]) };
  const link = children[nibble];
  if (link === undefined) throw invalid();
  return link === "0x" ? absent : { link, rest: path.subarray(1) };
}

function throughPath(compact: Hex, next: RlpTree, path: Uint8Array): Step {
  const [flag = 0, ...padded] = nibblesOf(bytesOf(compact));
  if (compact === "0x" || flag > 3 || (flag % 2 === 0 && padded[0] !== 0)) throw invalid();
  const nibbles = flag % 2 === 0 ? padded.slice(1) : padded;
  const isLeaf = flag >= 2;
  if (nibbles.length === 0 && !isLeaf) throw invalid();
  const follows = nibbles.every((nibble, index) => nibble === path[index]);
  if (!isLeaf) return follows ? { link: next, rest: path.subarray(nibbles.length) } : absent;
  const value = valueIn(next);
  return follows && nibbles.length === path.length ? { value } : absent;
}

function through(node: RlpTree, path: Uint8Array): Step {
  if (typeof node === "string") throw invalid();
  const [first, second] = node;
  if (node.length === 17) return throughBranch(node, path);
  if (node.length !== 2 || typeof first !== "string" || second === undefined) throw invalid();
  return throughPath(first, second, path);
}

/** The nodes of a proof, each taken once and in their order. */
class ProofNodes {
  readonly #proof: readonly Hex[];
  #taken = 0;

  constructor(proof: readonly Hex[]) {
    this.#proof = proof;
  }

  follow(link: RlpTree): RlpTree {
    // A short node stands in its parent; some nodes list it once more.
    if (typeof link !== "string") {
      if (this.#proof[this.#taken] === treeRlp(link)) this.#taken += 1;
      return link;
    }
    const node = this.#proof[this.#taken];
    if (node !== undefined && hexOf(keccak(bytesOf(node))) === link) {
      this.#taken += 1;
      return readRlp(node);
    }
    const sentence = `The proof lacks the node ${link}, so that it proves neither presence nor absence.`;
    throw new ChainProofError("chain-proof-incomplete", sentence, { details: { node: link } });
  }

  end(): void {
    if (this.#taken === this.#proof.length) return;
    const sentence = `The proof has ${this.#proof.length} nodes, of which ${this.#taken} lead to the key.`;
    throw new ChainProofError("chain-proof-surplus", sentence);
  }
}

/**
 * What a trie has under a key, proved by the nodes on the way.
 *
 * @param key the path as it is: `indexKey` in a block's tries, keccak256 of address or slot in those of state
 * @returns the value, or undefined where the proof shows that there is none
 * @throws ChainProofError `chain-proof-incomplete`, `chain-proof-surplus`, `chain-proof-invalid`, `chain-rlp-invalid`
 *
 * @example
 * import { indexKey, proveInTrie, trieRoot, verifyTrieProof } from "@tallystick/sdk";
 *
 * const receipts = ["0x01", "0x02", "0x03"];
 * verifyTrieProof(trieRoot(receipts), indexKey(2), proveInTrie(receipts, 2)) // => "0x03"
 */
export function verifyTrieProof(root: Hex, key: Hex, proof: readonly Hex[]): Hex | undefined {
  if (root === EMPTY_ROOT) {
    if (proof.length === 0 || (proof.length === 1 && proof[0] === "0x80")) return undefined;
    throw new ChainProofError("chain-proof-surplus", "The trie is empty, but its proof is not.");
  }
  const nodes = new ProofNodes(proof);
  let step: Step = { link: root, rest: nibblesOf(bytesOf(key)) };
  while ("link" in step) step = through(nodes.follow(step.link), step.rest);
  nodes.end();
  return step.value;
}
