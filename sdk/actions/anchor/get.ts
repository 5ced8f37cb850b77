import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { type AnchorKind, anchorKinds } from "../../vocabulary/anchorKinds.ts";
import { type AnchorState, anchorStates } from "../../vocabulary/anchorStates.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";

export type GetParameters = {
  /** The root, 32 bytes in hex. */
  readonly root: string;
};

export type GetReturnType = {
  /** The root, 32 bytes in hex. */
  readonly root: string;
  /** Member that anchored it; 0 when nobody did. */
  readonly member: number;
  /** What the documents are. */
  readonly kind: AnchorKind;
  /** Whether the member still stands by it. */
  readonly state: AnchorState;
  /** How many documents the member states that it covers. */
  readonly count: number;
  /** Block time in seconds. */
  readonly anchoredAt: number;
  /** Half of the digest of what they are about; events have the whole subject. */
  readonly subjectFingerprint: string;
  /** The root that took its place. */
  readonly supersededBy: string | undefined;
};

export type GetErrorType = LedgerErrorType;

/**
 * What is known of a root; its state is `none` when nobody anchored it.
 *
 * @throws LedgerCallError when the ledger can't be asked
 *
 * @example
 * import { anchors } from "@tallystick/sdk";
 *
 * const root = scene.digest("contract 1");
 * await anchors.anchor(supplier, { root, kind: "contract" });
 * const { member, state } = await anchors.get(bank, { root });
 * member === who.supplier // => true
 * state // => "current"
 */
export async function get(ledger: Ledger, { root }: GetParameters): Promise<GetReturnType> {
  const stored = await readContract(ledger, "documentAnchors", (contract) =>
    contract.anchorOf(root),
  );
  return {
    root,
    member: Number(stored.member),
    kind: nameAt(anchorKinds, stored.kind),
    state: nameAt(anchorStates, stored.state),
    count: Number(stored.count),
    anchoredAt: Number(stored.anchoredAt),
    subjectFingerprint: stored.subjectFingerprint,
    supersededBy: stored.supersededBy === ZeroHash ? undefined : stored.supersededBy,
  };
}
