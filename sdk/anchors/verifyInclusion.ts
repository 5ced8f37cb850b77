import type { AnchorDocument } from "./anchorDocument.ts";
import { hashBytes } from "./hashBytes.ts";
import { keccak } from "./keccak.ts";
import { leafBytes } from "./leafBytes.ts";
import { nodeBytes } from "./nodeBytes.ts";

/** Most documents that a root on the ledger can state are 2^40 - 1. */
const greatestHeight = 40;

/**
 * Whether a document lies below a root. It asks no ledger: whether the root is anchored, `anchors.verify` says.
 *
 * @param root 32 bytes in hex
 * @param proof hashes beside its path, from the leaf up, in hex
 * @throws AnchorError `anchor-hash-invalid`
 *
 * @example
 * import { MerkleTree, anchorLeaf, verifyInclusion } from "@tallystick/sdk";
 *
 * const document = { salt: `0x${"01".repeat(32)}`, digest: `0x${"02".repeat(32)}` };
 * verifyInclusion(anchorLeaf(document), document, []) // => true
 * verifyInclusion(anchorLeaf(document), { ...document, digest: document.salt }, []) // => false
 */
export function verifyInclusion(
  root: string,
  { salt, digest }: AnchorDocument,
  proof: readonly string[],
): boolean {
  const expected = hashBytes(root, "The root");
  let node = leafBytes(keccak, hashBytes(salt, "The salt"), hashBytes(digest, "The digest"));
  if (proof.length > greatestHeight) return false;
  for (const [index, beside] of proof.entries()) {
    node = nodeBytes(keccak, node, hashBytes(beside, `Hash ${index + 1} of the proof`));
  }
  return node.every((byte, index) => byte === expected[index]);
}
