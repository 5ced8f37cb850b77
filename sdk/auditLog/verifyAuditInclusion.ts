import { auditTreeHash } from "./auditTreeHash.ts";

export type VerifyAuditInclusionParameters = {
  readonly entryHash: string;
  readonly sequence: number;
  /** Entries and root of the checkpoint that is trusted. */
  readonly size: number;
  readonly root: string;
  /** From the leaf up. */
  readonly proof: readonly string[];
};

/**
 * Whether an entry is part of the log that a checkpoint states (RFC 9162, 2.1.3.2). It needs nothing but the proof.
 *
 * @example
 * import { AuditTree, verifyAuditInclusion } from "@tallystick/sdk";
 *
 * const entryHash = "0x" + "11".repeat(32);
 * const tree = new AuditTree();
 * tree.add(entryHash);
 * verifyAuditInclusion({ entryHash, sequence: 0, size: 1, root: tree.root(), proof: [] }) // => true
 */
export function verifyAuditInclusion(parameters: VerifyAuditInclusionParameters): boolean {
  const { entryHash, sequence, size, root, proof } = parameters;
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= size) return false;
  let [index, last, hash] = [sequence, size - 1, auditTreeHash.leaf(entryHash)];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = auditTreeHash.node(sibling, hash);
      // A right edge that is alone on its level rises until it has a sibling.
      while (index % 2 === 0 && index !== 0) [index, last] = [index / 2, Math.floor(last / 2)];
    } else hash = auditTreeHash.node(hash, sibling);
    [index, last] = [Math.floor(index / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash === root;
}
