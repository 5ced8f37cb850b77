import { Transaction } from "ethers";
import type { Rpc } from "../chain/rpc.ts";
import { type DecodeError, LedgerRefusal } from "../errors/ledgerRefusal.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { Inclusion } from "./outbox.ts";
import { simulateCall } from "./simulateCall.ts";
import type { StoredTransaction } from "./storedTransaction.ts";
import type { Settled } from "./trackedSet.ts";

interface Reader {
  readonly rpc: Rpc;
  readonly decodeError: DecodeError;
}

/** A receipt has no reason; the same call on the block's state, or on its parent's, nearly always has. */
async function reasonOf(
  { rpc, decodeError }: Reader,
  stored: StoredTransaction,
  blockNumber: number,
): Promise<LedgerRefusal> {
  const { to, data, gasLimit } = Transaction.from(stored.raw);
  const call = { from: stored.sender, to: to ?? stored.recipient, data, gasLimit };
  for (const block of [blockNumber, blockNumber - 1]) {
    try {
      await simulateCall(rpc, decodeError, call, block);
    } catch (error) {
      if (error instanceof LedgerRefusal) return new LedgerRefusal(error, stored.hash);
    }
  }
  const message =
    "The ledger refused the call when it was included; its state had changed meanwhile.";
  return new LedgerRefusal({ code: "RevertedAtInclusion", message, args: {} }, stored.hash);
}

/** The inclusion that a caller waited for, or the refusal or problem that it came to. */
export async function concludeSettled(reader: Reader, settled: Settled): Promise<Inclusion> {
  const { outcome, receipt } = settled;
  const { transaction, state, blockNumber = 0, reason = "no reason was given" } = outcome;
  const { nonce, sender } = transaction;
  if (state === "reverted") throw await reasonOf(reader, transaction, blockNumber);
  if (receipt !== undefined) {
    const { transactionHash, blockHash, logs } = receipt;
    return { transactionHash, blockNumber: receipt.blockNumber, blockHash, logs };
  }
  if (state === "refused") {
    const detail = `The ledger's node does not take the transaction (${reason}). Nothing happened.`;
    throw new ProblemError("transaction-refused", detail);
  }
  throw new ProblemError(
    "transaction-displaced",
    `Someone else used nonce ${nonce} of account ${sender}. Nothing happened; ask again.`,
  );
}
