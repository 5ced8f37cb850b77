import type { AnchorDocument } from "../../anchors/anchorDocument.ts";
import { anchorLeaf } from "../../anchors/anchorLeaf.ts";
import type { AnchorError } from "../../errors/AnchorError.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type GetReturnType, get } from "./get.ts";

export type VerifyParameters = AnchorDocument & {
  /** The root, 32 bytes in hex. */
  readonly root: string;
  /** Hashes beside the document's path, from the leaf up, in hex; none by default. */
  readonly proof?: readonly string[] | undefined;
};

export type VerifyReturnType = GetReturnType & {
  /** Whether the document lies below the root, whatever became of the root. */
  readonly included: boolean;
};

export type VerifyErrorType = LedgerErrorType | AnchorError;

/**
 * Whether a document lies below an anchored root, by the ledger's own check, and what is known of that root. A document
 * is as good as its anchor only while `state` is `current`.
 *
 * @throws AnchorError `anchor-hash-invalid`; LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { anchors, buildAnchor } from "@tallystick/sdk";
 *
 * const kept = [];
 * const digests = ["waybill 1", "waybill 2", "waybill 3"].map((name) => ({ digest: scene.digest(name) }));
 * const tree = await buildAnchor(digests, { keep: (_, salted) => void kept.push(salted) });
 * const root = tree.rootHex();
 * await anchors.anchor(supplier, { root, kind: "transport-document", count: tree.count });
 * const shown = { root, ...kept[1] };
 * (await anchors.verify(bank, { ...shown, proof: tree.proofFor(1) })).included // => true
 * (await anchors.verify(bank, { ...shown, proof: tree.proofFor(2) })).included // => false
 */
export async function verify(
  ledger: Ledger,
  { root, salt, digest, proof = [] }: VerifyParameters,
): Promise<VerifyReturnType> {
  const leaf = anchorLeaf({ salt, digest });
  const [included, anchor] = await Promise.all([
    readContract(ledger, "documentAnchors", (contract) =>
      contract.includes(root, leaf, [...proof]),
    ),
    get(ledger, { root }),
  ]);
  return { ...anchor, included };
}
