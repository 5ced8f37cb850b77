import { earlyPayments, type Ledger } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";
import { agreeingSignatures } from "../proposal/agreeingSignatures.ts";
import type { ProposalRow } from "../proposal/proposalRow.ts";
import { earlyPaymentTermsFrom } from "./earlyPaymentTermsFrom.ts";

/** The other party agrees: one transaction carries both. */
export async function agreeEarlyPayment(
  ledger: Ledger,
  row: ProposalRow,
  identity: Identity,
  ref: string,
): Promise<earlyPayments.AgreeReturnType> {
  const terms = earlyPaymentTermsFrom(row.terms);
  return earlyPayments.agree(ledger, { terms, ...agreeingSignatures(row, identity), ref });
}
