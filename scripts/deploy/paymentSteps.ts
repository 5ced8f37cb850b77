import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { DeployStep } from "./DeployStep.ts";
import { factoryOf } from "./factoryOf.ts";
import type { LedgerOptions } from "./LedgerOptions.ts";

type Names = "settlement" | "settlementRuns" | "earlyPayments" | "factoring";

/** How the contracts that issue payment instructions are deployed, in order. */
export function paymentSteps(
  options: LedgerOptions,
  at: LedgerAddresses,
): Record<Names, DeployStep> {
  const { authority, members, creditCertificates, receivables, settlement, settlementRuns } = at;
  const make = <Name extends Names>(name: Name) => factoryOf(options, name);
  return {
    settlement: (o) => make("settlement").deploy(authority, members, at.rules, o),
    settlementRuns: (o) =>
      make("settlementRuns").deploy(
        authority,
        members,
        at.rules,
        receivables,
        creditCertificates,
        settlement,
        at.factoring,
        at.earlyPayments,
        at.liens,
        o,
      ),
    earlyPayments: (o) =>
      make("earlyPayments").deploy(
        members,
        at.rules,
        receivables,
        creditCertificates,
        at.claims,
        settlement,
        settlementRuns,
        at.liens,
        o,
      ),
    factoring: (o) =>
      make("factoring").deploy(
        authority,
        members,
        at.rules,
        receivables,
        creditCertificates,
        settlement,
        settlementRuns,
        o,
      ),
  };
}
