import { ZeroHash } from "ethers";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { DeployStep } from "./DeployStep.ts";
import { factoryOf } from "./factoryOf.ts";
import { firstRules } from "./firstRules.ts";
import type { LedgerOptions } from "./LedgerOptions.ts";
import { paymentSteps } from "./paymentSteps.ts";
import { warehouseSteps } from "./warehouseSteps.ts";

/** How each contract is deployed, in order; every one is told where those that it needs are or will be. */
export function deploymentSteps(
  options: LedgerOptions,
  at: LedgerAddresses,
  deployerAddress: string,
): Record<keyof LedgerAddresses, DeployStep> {
  const { firstOperator, rules = firstRules, utcOffset = 28_800 } = options;
  const { authority, members, creditCertificates, receivables } = at;
  const make = <Name extends keyof LedgerAddresses>(name: Name) => factoryOf(options, name);
  return {
    authority: (o) => make("authority").deploy(deployerAddress, o),
    members: (o) => make("members").deploy(authority, firstOperator, o),
    rules: (o) => make("rules").deploy(authority, members, utcOffset, rules, o),
    claims: (o) => make("claims").deploy(authority, options.tagKey ?? ZeroHash, o),
    certificateMetadata: (o) =>
      make("certificateMetadata").deploy(creditCertificates, receivables, o),
    certificateSettlement: (o) =>
      make("certificateSettlement").deploy(authority, members, utcOffset, o),
    creditCertificates: (o) =>
      make("creditCertificates").deploy(
        authority,
        members,
        utcOffset,
        at.certificateMetadata,
        at.certificateSettlement,
        o,
      ),
    receivables: (o) =>
      make("receivables").deploy(authority, members, at.rules, at.claims, creditCertificates, o),
    ...paymentSteps(options, at),
    documentAnchors: (o) => make("documentAnchors").deploy(members, o),
    ...warehouseSteps(options, at),
  };
}
