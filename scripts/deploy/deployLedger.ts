import type { BaseContract, Signer } from "ethers";
import { AuthorityFactory } from "../../sdk/contracts/authorityFactory.ts";
import type { Deployment, LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import type { Admission, RulesVersion } from "../../sdk/contracts/structs.ts";
import { authorityCalls } from "./authorityCalls.ts";
import { DeploymentError } from "./DeploymentError.ts";
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
  /** Creation bytecode instead of the SDK's own, as for contracts that are instrumented to measure coverage. */
  readonly bytecodes?: Readonly<Record<keyof LedgerAddresses, string>>;
};

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

function deployments(
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
  };
}

/** Deploys one contract, checks that it is where the others expect it, and answers its block. */
async function deployOne(
  name: string,
  expected: string,
  deploy: Promise<BaseContract>,
): Promise<number> {
  const receipt = await (await deploy).deploymentTransaction()?.wait();
  if (receipt?.contractAddress === expected) return receipt.blockNumber;
  const actual = receipt?.contractAddress ?? "no address";
  throw new DeploymentError(
    "deployment-address-differs",
    `${name} is at ${actual}, not at ${expected}: the deployer sent something else meanwhile`,
    { details: { name, actual, expected } },
  );
}

/** The deployer's node and address. */
async function deployerOf({ deployer, governance }: LedgerOptions) {
  const { provider } = deployer;
  if (provider === null)
    throw new DeploymentError("deployment-without-node", "The deployer has no node to talk to.");
  const address = await deployer.getAddress();
  if (address === governance)
    throw new DeploymentError(
      "deployment-governance-deploys",
      "The deployer gives up every right, so governance must be another account.",
      { details: { governance } },
    );
  return { provider, address };
}

/**
 * Deploys every contract of a ledger, grants what they need of each other and hands administration over. The deployer
 * sends nothing else meanwhile.
 *
 * @throws {DeploymentError} without a node, for a deployer that governs too, and when a contract is not where the
 * others expect it
 */
export async function deployLedger(options: LedgerOptions): Promise<Deployment> {
  const { deployer, governance, gasPrice = 0n } = options;
  const { provider, address } = await deployerOf(options);
  let nonce = await provider.getTransactionCount(address, "pending");
  const addresses = predictAddresses(address, nonce);

  const blocks: number[] = [];
  for (const [name, deploy] of Object.entries(deployments(options, addresses, address))) {
    const expected = addresses[name as keyof LedgerAddresses];
    blocks.push(await deployOne(name, expected, deploy({ nonce, gasPrice })));
    nonce += 1;
  }
  const authority = AuthorityFactory.connect(addresses.authority, deployer);
  const calls = authorityCalls(addresses, address, governance);
  await (await authority.multicall(calls, { nonce, gasPrice })).wait();
  const { chainId } = await provider.getNetwork();
  return { chainId: Number(chainId), block: Math.min(...blocks), addresses };
}
