import { setTimeout as rest } from "node:timers/promises";
import { pvm } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import { completeTransaction } from "./completeTransaction.ts";
import type { TransactionFile } from "./transactionFile.ts";

const COMMITTED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

/**
 * Sends a transaction that all have signed through a validator, `url` without a path, and waits until it is committed.
 *
 * @returns its id, CB58
 * @throws {NetworkError} PLATFORM_REFUSED, SIGNATURES_MISSING, SIGNATURE_WRONG
 */
export async function sendTransaction(url: string, transaction: TransactionFile): Promise<string> {
  const signed = completeTransaction(transaction);
  const api = new pvm.PVMApi(url);
  const { txID } = await api.issueSignedTx(signed).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new NetworkError("PLATFORM_REFUSED", `The P-chain does not take it: ${why}`);
  });
  const until = performance.now() + COMMITTED_WITHIN_MS;
  for (;;) {
    const { status, reason } = await api.getTxStatus({ txID });
    if (status === "Committed") return txID;
    if (status === "Dropped" || performance.now() > until) {
      const why = reason ?? `it is ${status} after ${COMMITTED_WITHIN_MS / 1000} s`;
      throw new NetworkError("PLATFORM_REFUSED", `The P-chain did not take ${txID}: ${why}.`);
    }
    await rest(LOOK_EVERY_MS);
  }
}
