import { formatRfc3339 } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import type { ProposalRow } from "../proposal/proposalRow.ts";
import { showProposal } from "../proposal/showProposal.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { earlyPaymentTermsFrom } from "./earlyPaymentTermsFrom.ts";

/** Proposed early payments as they are answered. */
export async function showEarlyPaymentProposals(database: Queryable, rows: readonly ProposalRow[]) {
  const all = rows.map((row) => ({ row, terms: earlyPaymentTermsFrom(row.terms) }));
  const members = all.flatMap(({ terms }) => [terms.obligor, terms.holder, terms.bank]);
  const refOf = await memberRefs(database, members);
  return all.map(({ row, terms }) => ({
    ...showProposal(row, refOf),
    faceMinor: terms.face,
    paidMinor: terms.paid,
    discountMinor: terms.face - terms.paid,
    bank: refOf(terms.bank),
    expiresAt: formatRfc3339(terms.expiresAt),
    obligorNonce: terms.obligorNonce,
    holderNonce: terms.holderNonce,
    earlyPayment: row.agreement?.["earlyPayment"] ?? null,
    instruction: row.agreement?.["instruction"] ?? null,
  }));
}
