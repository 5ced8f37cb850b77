import type { Queryable } from "../../database/database.ts";
import type { ProposalRow } from "../proposal/proposalRow.ts";
import { showProposal } from "../proposal/showProposal.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { retirementTermsFrom } from "./retirementTermsFrom.ts";

/** Proposed retirements as they are answered. */
export async function showRetirementProposals(database: Queryable, rows: readonly ProposalRow[]) {
  const refOf = await memberRefs(
    database,
    rows.flatMap(({ obligor, holder }) => [obligor, holder]),
  );
  return rows.map((row) => {
    const { value, billNumber, billTag, from, to, obligorNonce, holderNonce } = retirementTermsFrom(
      row.terms,
    );
    const bill = { billNumber, billTag, from, to };
    return {
      ...showProposal(row, refOf),
      valueMinor: value,
      ...bill,
      obligorNonce,
      holderNonce,
    };
  });
}
