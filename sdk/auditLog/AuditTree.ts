import { auditTreeHash } from "./auditTreeHash.ts";

/** A finished subtree of `2 ** level` entries, the `index`-th of its level. */
export type AuditTreeNode = {
  readonly level: number;
  readonly index: number;
  readonly hash: string;
};

/** SHA-256 of nothing: the root of an empty tree. */
const EMPTY = "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * RFC 6962's Merkle tree over a log's entry hashes, grown entry by entry. It keeps one hash a level, so a log of any length
 * fits; `onNode` hears of each subtree that is finished.
 *
 * @example
 * import { AuditTree } from "@tallystick/sdk";
 *
 * const tree = new AuditTree();
 * tree.add("0x" + "11".repeat(32));
 * const first = tree.root();
 * tree.add("0x" + "22".repeat(32));
 * tree.size // => 2
 * tree.root() === first // => false
 */
export class AuditTree {
  readonly #onNode: (node: AuditTreeNode) => void;
  /** Roots of the finished subtrees that are not yet part of a larger one, largest first. */
  readonly #peaks: AuditTreeNode[];
  #size: number;

  constructor(
    peaks: readonly AuditTreeNode[] = [],
    onNode: (node: AuditTreeNode) => void = () => undefined,
  ) {
    this.#peaks = [...peaks];
    this.#onNode = onNode;
    this.#size = peaks.reduce((size, { level }) => size + 2 ** level, 0);
  }

  get size(): number {
    return this.#size;
  }

  add(entryHash: string): void {
    let node: AuditTreeNode = {
      level: 0,
      index: this.#size,
      hash: auditTreeHash.leaf(entryHash),
    };
    this.#size += 1;
    this.#onNode(node);
    for (let left = this.#peaks.at(-1); left?.level === node.level; left = this.#peaks.at(-1)) {
      this.#peaks.pop();
      const hash = auditTreeHash.node(left.hash, node.hash);
      node = { level: node.level + 1, index: left.index / 2, hash };
      this.#onNode(node);
    }
    this.#peaks.push(node);
  }

  root(): string {
    const hashes = this.#peaks.map(({ hash }) => hash);
    return hashes.length === 0
      ? EMPTY
      : hashes.reduceRight((right, left) => auditTreeHash.node(left, right));
  }
}
