import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import { type AnchorKind, anchorKinds } from "../../vocabulary/anchorKinds.ts";
import { numberOf } from "../../vocabulary/numberOf.ts";

export type AnchorParameters = WriteParameters & {
  /** Merkle root of the documents (`buildAnchor`), or one leaf or digest, 32 bytes in hex. */
  readonly root: string;
  /** What the documents are. */
  readonly kind: AnchorKind;
  /** What they are about: an id or a digest, 32 bytes in hex; nothing in particular by default. */
  readonly subject?: string | undefined;
  /** How many documents; 1 by default. */
  readonly count?: number | undefined;
};

export type AnchorReturnType = WriteReturnType;

export type AnchorErrorType = LedgerErrorType;

/**
 * States that the caller's member has these documents, whose contents stay with it.
 *
 * @throws LedgerError when the ledger refuses; VocabularyError for a kind that there is not
 *
 * @example
 * import { anchors, buildAnchor } from "@tallystick/sdk";
 *
 * const tree = await buildAnchor([{ digest: scene.digest("waybill 1") }, { digest: scene.digest("waybill 2") }]);
 * const root = tree.rootHex();
 * await anchors.anchor(supplier, { root, kind: "transport-document", count: tree.count });
 * (await anchors.get(bank, { root })).count // => 2
 */
export async function anchor(
  ledger: Ledger,
  parameters: AnchorParameters,
): Promise<AnchorReturnType> {
  const { root, kind, subject = ZeroHash, count = 1 } = parameters;
  const { written } = await writeContract(
    ledger,
    "documentAnchors",
    "anchor",
    parameters,
    async (contract, ref) =>
      contract.anchor.populateTransaction(root, numberOf(anchorKinds, kind), subject, count, ref),
  );
  return written;
}
