import type { EngineProfile } from "@tallystick/sdk";
import type { Transaction } from "ethers";
import type { Rpc } from "../../chain/rpc.ts";
import { ProblemError } from "../../errors/problemError.ts";

/**
 * Refuses a transaction that the node would refuse for its fees: below the engine's gas price it is never included, and a
 * fee that the account can't pay keeps it out of the pool. Stored, it would be sent in vain for ever.
 */
export async function checkFees(
  rpc: Rpc,
  { gasPrice: floor }: Pick<EngineProfile, "gasPrice">,
  { from, gasPrice, maxFeePerGas, gasLimit }: Transaction,
): Promise<void> {
  const most = maxFeePerGas ?? gasPrice ?? 0n;
  if (most < floor) {
    const detail = `The transaction offers ${most} wei a gas; this ledger's engine takes ${floor} and more.`;
    throw new ProblemError("invalid-transaction", detail);
  }
  if (most === 0n) return;
  const balance = BigInt(String(await rpc.send("eth_getBalance", [from, "latest"])));
  if (balance >= most * gasLimit) return;
  const detail =
    `Account ${from} has ${balance} wei and the transaction may cost ${most * gasLimit}. ` +
    `${floor} wei a gas is enough here.`;
  throw new ProblemError("invalid-transaction", detail);
}
