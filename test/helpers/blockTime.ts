import type { ContractTransactionResponse } from "ethers";
import { chain } from "./chain.ts";

/** Block time, in seconds, of a transaction, or of the latest block. */
export async function blockTime(sent?: Promise<ContractTransactionResponse>): Promise<bigint> {
  const number =
    sent === undefined ? "latest" : ((await (await sent).wait())?.blockNumber ?? "latest");
  const block = await chain.ethers.provider.getBlock(number);
  if (block === null) throw new Error("the chain has no such block");
  return BigInt(block.timestamp);
}
