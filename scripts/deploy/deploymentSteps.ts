import type { BaseContract } from "ethers";
import type { LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { firstRules } from "./firstRules.ts";
import type { LedgerOptions } from "./LedgerOptions.ts";
import { ledgerContracts } from "./ledgerContracts.ts";

type Overrides = { readonly nonce: number; readonly gasPrice: bigint };
type Deploy = (overrides: Overrides) => Promise<BaseContract>;

/** The factory of one contract, with the bytecode that was asked for. */
function factoryOf<Name extends keyof LedgerAddresses>(
  { deployer, bytecodes }: LedgerOptions,
  name: Name,
) {
  const { abi, bytecode } = ledgerContracts[name];
  const factory = new ledgerContracts[name](abi, bytecodes?.[name] ?? bytecode, deployer);
  return factory as InstanceType<(typeof ledgerContracts)[Name]>;
}

/** How each contract is deployed, in order; every one is told where those that it needs are or will be. */
export function deploymentSteps(
  options: LedgerOptions,
  at: LedgerAddresses,
  deployerAddress: string,
): Record<keyof LedgerAddresses, Deploy> {
  const { firstOperator, rules = firstRules, utcOffset = 28_800 } = options;
  const { authority, members, creditCertificates, receivables, settlement, settlementRuns } = at;
  const make = <Name extends keyof LedgerAddresses>(name: Name) => factoryOf(options, name);
  return {
    authority: (o) => make("authority").deploy(deployerAddress, o),
    members: (o) => make("members").deploy(authority, firstOperator, o),
    rules: (o) => make("rules").deploy(authority, members, utcOffset, rules, o),
    claims: (o) => make("claims").deploy(authority, o),
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
    documentAnchors: (o) => make("documentAnchors").deploy(members, o),
  };
}
