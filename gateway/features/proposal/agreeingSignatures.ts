import { type PartySignature, sentBy } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { ProposalRow } from "./proposalRow.ts";

/**
 * The signatures of both parties for the one transaction in which the other one agrees: the proposer's is kept, the
 * other one sends. Whether both still hold, and whether it was agreed before, is the ledger's to say.
 */
export function agreeingSignatures(
  row: ProposalRow,
  identity: Identity,
): { readonly obligor: PartySignature; readonly holder: PartySignature } {
  if (Number(row.proposed_by) === identity.memberId) {
    throw new ProblemError(
      "not-permitted",
      "You made this proposal: the other party agrees to it.",
    );
  }
  if (row.status === "withdrawn") {
    throw new ProblemError("conflict", `Proposal ${row.proposal_id} was withdrawn.`);
  }
  const proposer: PartySignature = {
    account: row.account,
    deadline: Math.floor(row.deadline.getTime() / 1000),
    epoch: Number(row.epoch),
    signature: row.signature,
  };
  // Nothing is signed by who sends, so its epoch is not looked at.
  const sender = sentBy(identity.account, 0);
  return row.proposed_by === row.obligor
    ? { obligor: proposer, holder: sender }
    : { obligor: sender, holder: proposer };
}
