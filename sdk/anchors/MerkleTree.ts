import { hexlify } from "ethers";
import { AnchorError } from "../errors/AnchorError.ts";
import { HashList } from "./HashList.ts";
import { hashBytes } from "./hashBytes.ts";
import { type Keccak, keccak } from "./keccak.ts";
import { nodeBytes } from "./nodeBytes.ts";

/**
 * A tree over leaves that arrive one by one, with proofs: 64 bytes of memory a leaf, whatever the documents are. Nodes
 * pair neighbours in ascending order, and a last one without neighbour rises as it is, so that OpenZeppelin's MerkleProof
 * verifies every path.
 *
 * @example
 * import { anchorLeaf, MerkleTree, randomSalt, verifyInclusion } from "@tallystick/sdk";
 *
 * const tree = new MerkleTree();
 * const document = { salt: randomSalt(), digest: `0x${"02".repeat(32)}` };
 * tree.add(anchorLeaf(document));
 * tree.add(anchorLeaf({ ...document, salt: randomSalt() }));
 * tree.proofFor(0).length // => 1
 * verifyInclusion(tree.rootHex(), document, tree.proofFor(0)) // => true
 * verifyInclusion(tree.rootHex(), document, tree.proofFor(1)) // => false
 */
export class MerkleTree {
  /** Nodes whose leaves are complete, from the leaves up. */
  readonly #levels: HashList[] = [new HashList()];

  readonly #keccak: Keccak;

  /** @param hasher keccak-256, in JavaScript by default */
  constructor(hasher: Keccak = keccak) {
    this.#keccak = hasher;
  }

  /** How many leaves there are. */
  get count(): number {
    return this.#levels[0]?.length ?? 0;
  }

  /** Takes the next leaf, 32 bytes. */
  add(leaf: Uint8Array | string): void {
    let node = hashBytes(leaf, "The leaf");
    for (let level = 0; ; level += 1) {
      const nodes = this.#level(level);
      nodes.push(node);
      const left = nodes.length % 2 === 0 ? nodes.at(nodes.length - 2) : undefined;
      if (left === undefined) return;
      node = nodeBytes(this.#keccak, left, node);
    }
  }

  /**
   * The root, 32 bytes.
   *
   * @throws AnchorError `anchor-empty`
   */
  root(): Uint8Array {
    const root = this.#edges().at(-1);
    if (root === undefined) throw new AnchorError("anchor-empty", "There is no document.");
    return root;
  }

  /**
   * The root in hex.
   *
   * @throws AnchorError `anchor-empty`
   */
  rootHex(): string {
    return hexlify(this.root());
  }

  /**
   * The hashes beside the path of one leaf, from the leaf up, in hex.
   *
   * @param index place of the leaf, from 0
   * @throws AnchorError `anchor-index-unknown`
   */
  proofFor(index: number): string[] {
    if (!Number.isSafeInteger(index) || index < 0 || index >= this.count) {
      const sentence = `There is no document ${index} among ${this.count}.`;
      throw new AnchorError("anchor-index-unknown", sentence);
    }
    const edges = this.#edges();
    const proof: string[] = [];
    let place = index;
    for (const [level, nodes] of this.#levels.entries()) {
      const beside = place % 2 === 0 ? place + 1 : place - 1;
      // The edge stands right of the complete nodes; a path that ends at the edge has nothing beside it here.
      const hash = beside === nodes.length ? edges[level] : nodes.at(beside);
      if (hash !== undefined) proof.push(hexlify(hash));
      place = Math.floor(place / 2);
    }
    return proof;
  }

  #level(level: number): HashList {
    const nodes = this.#levels[level] ?? new HashList();
    this.#levels[level] = nodes;
    return nodes;
  }

  /** Per level, the node right of the complete ones, whose leaves are not complete; last of all, the root. */
  #edges(): (Uint8Array | undefined)[] {
    const edges: (Uint8Array | undefined)[] = [undefined];
    for (const nodes of this.#levels) {
      const edge = edges.at(-1);
      const last = nodes.length % 2 === 1 ? nodes.at(nodes.length - 1) : undefined;
      if (last === undefined) edges.push(edge);
      else edges.push(edge === undefined ? last : nodeBytes(this.#keccak, last, edge));
    }
    return edges;
  }
}
