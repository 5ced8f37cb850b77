import type { ContractTransactionResponse } from "ethers";

export type Measured = {
  readonly gas: number;
  /** Calldata in hex. */
  readonly data: string;
  /** Transaction hash. */
  readonly hash: string;
};

/** What one transaction used. */
export async function measure(sent: Promise<ContractTransactionResponse>): Promise<Measured> {
  const transaction = await sent;
  const receipt = await transaction.wait();
  if (receipt === null) throw new Error(`${transaction.hash} has no receipt`);
  return { gas: Number(receipt.gasUsed), data: transaction.data, hash: transaction.hash };
}
