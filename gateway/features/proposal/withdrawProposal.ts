import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { ProposalRow } from "./proposalRow.ts";

/** How a proposal is taken back: its nonce is used up on the ledger first, so that the signature is worth nothing. */
export const withdrawProposal = {
  /** The nonce that the proposer's side of the terms names; problem `not-permitted` for anybody else. */
  nonceOf(
    row: ProposalRow,
    memberId: number,
    terms: { readonly obligorNonce: bigint; readonly holderNonce: bigint },
  ): bigint {
    if (Number(row.proposed_by) !== memberId) {
      throw new ProblemError("not-permitted", "Only who made a proposal takes it back.");
    }
    return row.proposed_by === row.obligor ? terms.obligorNonce : terms.holderNonce;
  },

  async record(transaction: Queryable, proposal: bigint, at: Date): Promise<void> {
    await transaction.query(
      "UPDATE local.proposal SET withdrawn_at = $2 WHERE proposal_id = $1 AND withdrawn_at IS NULL",
      [proposal, at],
    );
  },
} as const;
