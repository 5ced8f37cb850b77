import type { BaseContract, Signer } from "ethers";
import { AuthorityFactory } from "../../sdk/contracts/authorityFactory.ts";
import type { Deployment, LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { Admission, RulesVersion } from "../../sdk/contracts/structs.ts";
import { authorityCalls } from "./authorityCalls.ts";
import { firstRules } from "./firstRules.ts";
import { ledgerContracts } from "./ledgerContracts.ts";
import { predictAddresses } from "./predictAddresses.ts";

export type LedgerOptions = {
  /** Pays for the deployment and has no rights afterwards. Needs a provider. */
  readonly deployer: Signer;
  /** Account that administers the AccessManager, each time with 7 days' notice. */
  readonly governance: string;
  /** The first operator, which becomes member 1. */
  readonly firstOperator: Admission;
  readonly rules?: RulesVersion;
  /** Seconds that the ledger's civil time is ahead of UTC; UTC+8 by default. */
  readonly utcOffset?: number;
  /** Wei; 0 by default. */
  readonly gasPrice?: bigint;
};

type Overrides = { readonly nonce: number; readonly gasPrice: bigint };
type Deploy = (overrides: Overrides) => Promise<BaseContract>;

function deployments(
  options: LedgerOptions,
  at: LedgerAddresses,
  deployerAddress: string,
): Record<keyof LedgerAddresses, Deploy> {
  const { deployer, firstOperator, rules = firstRules, utcOffset = 28_800 } = options;
  const { authority, members, creditCertificates, receivables, settlement, settlementRuns } = at;
  const make = <Name extends keyof LedgerAddresses>(name: Name) =>
    new ledgerContracts[name](deployer) as InstanceType<(typeof ledgerContracts)[Name]>;
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
  };
}

/** Deploys one contract and checks that it is where the others expect it. */
async function deployOne(name: string, expected: string, deploy: Promise<BaseContract>) {
  const receipt = await (await deploy).deploymentTransaction()?.wait();
  if (receipt?.contractAddress !== expected)
    throw new Error(`${name} is at ${receipt?.contractAddress}, not at ${expected}`);
  return receipt;
}

/**
 * Deploys every contract of a ledger, grants what they need of each other and hands administration over.
 *
 * @throws when a contract is not where it was predicted to be: the deployer must send nothing else meanwhile
 */
export async function deployLedger(options: LedgerOptions): Promise<Deployment> {
  const { deployer, governance, gasPrice = 0n } = options;
  const provider = deployer.provider;
  if (provider === null) throw new Error("the deployer has no node to talk to");
  const deployerAddress = await deployer.getAddress();
  let nonce = await provider.getTransactionCount(deployerAddress, "pending");
  const addresses = predictAddresses(deployerAddress, nonce);

  let block: number | undefined;
  for (const [name, deploy] of Object.entries(deployments(options, addresses, deployerAddress))) {
    const expected = addresses[name as keyof LedgerAddresses];
    const receipt = await deployOne(name, expected, deploy({ nonce, gasPrice }));
    block ??= receipt.blockNumber;
    nonce += 1;
  }
  const authority = AuthorityFactory.connect(addresses.authority, deployer);
  const calls = authorityCalls(addresses, deployerAddress, governance);
  await (await authority.multicall(calls, { nonce, gasPrice })).wait();
  const { chainId } = await provider.getNetwork();
  return { chainId: Number(chainId), block: block ?? 0, addresses };
}
