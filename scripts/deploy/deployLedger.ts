import type { BaseContract } from "ethers";
import { AuthorityFactory } from "../../sdk/contracts/authorityFactory.ts";
import type { Deployment, LedgerAddresses } from "../../sdk/contracts/deployment.ts";
import { authorityCalls } from "./authorityCalls.ts";
import { DeploymentError } from "./DeploymentError.ts";
import { deploymentSteps } from "./deploymentSteps.ts";
import type { LedgerOptions } from "./LedgerOptions.ts";
import { predictAddresses } from "./predictAddresses.ts";

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
  const { deployer, governance, gasPrice = 0n, gasLimit } = options;
  const { provider, address } = await deployerOf(options);
  let nonce = await provider.getTransactionCount(address, "pending");
  const addresses = predictAddresses(address, nonce);

  const fees = { gasPrice, ...(gasLimit === undefined ? {} : { gasLimit }) };
  const sent: Promise<number>[] = [];
  for (const [name, deploy] of Object.entries(deploymentSteps(options, addresses, address))) {
    const expected = addresses[name as keyof LedgerAddresses];
    const sending = deploy({ nonce, ...fees });
    sent.push(deployOne(name, expected, sending));
    await (gasLimit === undefined ? sent.at(-1) : sending);
    nonce += 1;
  }
  const blocks = await Promise.all(sent);
  const authority = AuthorityFactory.connect(addresses.authority, deployer);
  const calls = authorityCalls(addresses, address, governance);
  await (await authority.multicall(calls, { nonce, ...fees })).wait();
  const { chainId } = await provider.getNetwork();
  return { chainId: Number(chainId), block: Math.min(...blocks), addresses };
}
