import { readTransactionCount } from "../../../gateway/chain/readTransactionCount.ts";
import type { Rpc } from "../../../gateway/chain/rpc.ts";
import { pause } from "./pause.ts";

/** Resolves when blocks hold so many transactions of an account: anvil answers them before it mines them. */
export async function untilUsed(rpc: Rpc, account: string, nonces: number): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if ((await readTransactionCount(rpc, account, "latest")) >= nonces) return;
    await pause(10);
  }
  throw new Error(`The chain doesn't hold ${nonces} transactions of ${account}.`);
}
