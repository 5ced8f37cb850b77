import type { RetirementTerms } from "./retirementTerms.ts";

/** A retirement as `IEarlyPayments.Retirement` spells it. */
export function retirementStruct({ certificate, ...terms }: RetirementTerms) {
  return { ...terms, token: certificate };
}
