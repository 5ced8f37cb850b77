import { Contract, type ContractTransactionResponse, Wallet } from "ethers";
import { LedgerProvider } from "../../client/LedgerProvider.ts";
import type { Secrets } from "../../stack/secretsOf.ts";

const DEPLOYERS = "0x0200000000000000000000000000000000000000";
const SENDERS = "0x0200000000000000000000000000000000000002";
const NO_ROLE = 0n;
const GAS_LIMIT = 200_000n;
const abi = ["function setNone(address)", "function readAllowList(address) view returns (uint256)"];

/** Takes the deployer off both of the chain's allow lists: once the contracts stand, only the operator may deploy. */
export async function retireDeployer(
  rpcUrl: string,
  { deployerKey }: Secrets,
  chainOperator: Wallet,
  gasPrice: bigint,
): Promise<void> {
  const provider = new LedgerProvider(rpcUrl, undefined, {
    staticNetwork: true,
    cacheTimeout: -1,
  });
  provider.pollingInterval = 100;
  try {
    const operator = chainOperator.connect(provider);
    const deployer = new Wallet(deployerKey).address;
    let nonce = await provider.getTransactionCount(operator.address, "pending");
    const sent: ContractTransactionResponse[] = [];
    for (const list of [DEPLOYERS, SENDERS]) {
      const contract = new Contract(list, abi, operator);
      if ((await contract.getFunction("readAllowList")(deployer)) === NO_ROLE) continue;
      const terms = { nonce, gasPrice, gasLimit: GAS_LIMIT };
      sent.push(await contract.getFunction("setNone")(deployer, terms));
      nonce += 1;
    }
    for (const transaction of sent) await transaction.wait();
  } finally {
    provider.destroy();
  }
}
