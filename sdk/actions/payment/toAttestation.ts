import { currencyCode } from "../../ledger/currencyCode.ts";
import type { Attestation } from "../../signing/attestation.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";

type Stored = {
  readonly [Name in "instruction" | "outcome" | "bank" | "amount" | "valueDay"]: bigint;
} & {
  readonly [Name in
    | "payerAccount"
    | "payeeAccount"
    | "currency"
    | "bankReference"
    | "receiptDigest"]: string;
};

/** A stored attestation as this SDK says it; only payments are stored. */
export function toAttestation(stored: Stored): Attestation {
  return {
    instruction: stored.instruction,
    outcome: "paid",
    bank: Number(stored.bank),
    payerAccount: stored.payerAccount,
    payeeAccount: stored.payeeAccount,
    amount: stored.amount,
    currency: currencyCode(stored.currency),
    bankReference: stored.bankReference,
    valueDay: dayToCivilDate(stored.valueDay),
    receiptDigest: stored.receiptDigest,
  };
}
