import type { RefOf } from "../shared/memberRefs.ts";
import type { ProposalRow } from "./proposalRow.ts";

/** What every proposal is answered with. */
export function showProposal(row: ProposalRow, refOf: RefOf) {
  return {
    proposal: row.proposal_id,
    status: row.status,
    certificate: row.certificate_id,
    obligor: refOf(row.obligor),
    holder: refOf(row.holder),
    proposedBy: Number(row.proposed_by),
    currency: row.currency,
    proposedAt: row.proposed_at,
    signature: {
      account: row.account,
      deadline: row.deadline,
      epoch: Number(row.epoch),
      signature: row.signature,
    },
  };
}
