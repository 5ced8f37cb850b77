import { getCreateAddress, Wallet } from "ethers";
import type { Ledger } from "../../../gateway/ledger/ledger.ts";
import { compileNotebook } from "./compileNotebook.ts";
import type { TestChain } from "./startAnvil.ts";

/** Deploys the test's contract with a fresh key. */
export async function deployNotebook({ rpc, chainId }: TestChain): Promise<Ledger> {
  const { abi, bytecode } = compileNotebook();
  const deployer = Wallet.createRandom();
  const terms = { type: 0, chainId, nonce: 0, gasPrice: 0n, gasLimit: 8_000_000n, data: bytecode };
  await rpc.send("eth_sendRawTransaction", [await deployer.signTransaction(terms)]);
  // A node that makes its blocks by itself need not know the method.
  await rpc.send("evm_mine", []).catch(() => undefined);
  const address = getCreateAddress({ from: deployer.address, nonce: 0 });
  return { chainId, startBlock: 0, contracts: [{ name: "Notebook", address, interface: abi }] };
}
