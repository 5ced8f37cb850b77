import type { EarlyPaymentTerms } from "./earlyPaymentTerms.ts";

/** An early payment as `IEarlyPayments.EarlyPayment` spells it. */
export function earlyPaymentStruct({ certificate, ...terms }: EarlyPaymentTerms) {
  return { ...terms, token: certificate };
}
