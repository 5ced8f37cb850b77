import { AnchorError } from "../errors/AnchorError.ts";
import { type Keccak, keccak } from "./keccak.ts";
import { nodeBytes } from "./nodeBytes.ts";

/**
 * The root over leaves that arrive one by one, in memory that grows with the height of the tree only: one hash a level.
 * `MerkleTree` gives the same root and proofs as well.
 *
 * The tree is RFC 9162's: nodes pair neighbours, and a last one without neighbour rises as it is.
 *
 * @example
 * import { MerkleRoot, MerkleTree } from "@tallystick/sdk";
 *
 * const [root, tree] = [new MerkleRoot(), new MerkleTree()];
 * for (const byte of [1, 2, 3]) {
 *   root.add(new Uint8Array(32).fill(byte));
 *   tree.add(new Uint8Array(32).fill(byte));
 * }
 * root.bytes() // => tree.root()
 * root.count // => 3
 */
export class MerkleRoot {
  /** Per level, the node that waits for its right neighbour. */
  readonly #waiting: (Uint8Array | undefined)[] = [];
  readonly #keccak: Keccak;
  #count = 0;

  /** @param hasher keccak-256, in JavaScript by default */
  constructor(hasher: Keccak = keccak) {
    this.#keccak = hasher;
  }

  /** How many leaves there are. */
  get count(): number {
    return this.#count;
  }

  /** Takes the next leaf, 32 bytes, which nobody changes afterwards. */
  add(leaf: Uint8Array): void {
    let level = 0;
    let node = leaf;
    for (let left = this.#waiting[0]; left !== undefined; left = this.#waiting[level]) {
      node = nodeBytes(this.#keccak, left, node);
      this.#waiting[level] = undefined;
      level += 1;
    }
    this.#waiting[level] = node;
    this.#count += 1;
  }

  /**
   * The root over the leaves so far, 32 bytes.
   *
   * @throws AnchorError `anchor-empty`
   */
  bytes(): Uint8Array {
    let edge: Uint8Array | undefined;
    for (const node of this.#waiting) {
      if (node !== undefined)
        edge = edge === undefined ? node : nodeBytes(this.#keccak, node, edge);
    }
    if (edge === undefined) throw new AnchorError("anchor-empty", "There is no document.");
    return edge;
  }
}
