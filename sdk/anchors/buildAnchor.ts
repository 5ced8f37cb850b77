import { hexlify } from "ethers";
import type { AnchorDocument } from "./anchorDocument.ts";
import { createFastKeccak } from "./createFastKeccak.ts";
import { createSaltSource } from "./createSaltSource.ts";
import { hashBytes } from "./hashBytes.ts";
import { leafBytes } from "./leafBytes.ts";
import { MerkleTree } from "./MerkleTree.ts";

/** A document that is to be anchored. */
export type UnsaltedDocument = {
  /** Digest of it, 32 bytes or their hex. */
  readonly digest: string | Uint8Array;
  /** Random by default. */
  readonly salt?: string | Uint8Array | undefined;
};

export type BuildAnchorOptions<Document extends UnsaltedDocument> = {
  /** Told of each document with its salt, in order: who anchors must keep the salts, or nothing can be proved. */
  readonly keep?:
    | ((document: Document, salted: AnchorDocument) => Promise<void> | void)
    | undefined;
};

/**
 * A tree over documents that arrive one by one. It keeps 64 bytes of each, so a million of them need 64 MB.
 *
 * @throws AnchorError `anchor-hash-invalid`
 *
 * @example
 * import { buildAnchor, verifyInclusion } from "@tallystick/sdk";
 *
 * const kept = [];
 * const digests = ["01", "02", "03"].map((byte) => ({ digest: `0x${byte.repeat(32)}` }));
 * const tree = await buildAnchor(digests, { keep: (_, salted) => void kept.push(salted) });
 * tree.count // => 3
 * verifyInclusion(tree.rootHex(), kept[2], tree.proofFor(2)) // => true
 */
export async function buildAnchor<Document extends UnsaltedDocument>(
  documents: Iterable<Document> | AsyncIterable<Document>,
  { keep }: BuildAnchorOptions<Document> = {},
): Promise<MerkleTree> {
  const keccak = await createFastKeccak();
  const tree = new MerkleTree(keccak);
  const nextSalt = createSaltSource();
  for await (const document of documents) {
    const digest = hashBytes(document.digest, "The digest");
    const salt = document.salt === undefined ? nextSalt() : hashBytes(document.salt, "The salt");
    tree.add(leafBytes(keccak, salt, digest));
    if (keep !== undefined) {
      const kept = keep(document, { digest: hexlify(digest), salt: hexlify(salt) });
      if (kept !== undefined) await kept;
    }
  }
  return tree;
}
