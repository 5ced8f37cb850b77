import { readTransactionCount } from "../chain/readTransactionCount.ts";
import type { Rpc } from "../chain/rpc.ts";
import { ProblemError } from "../errors/problemError.ts";

// Room for a member that signs several transactions ahead; one further off would wait for nonces that may never come.
const MAXIMUM_AHEAD = 64;

/** Refuses a relayed transaction whose nonce is used, or so far ahead that it could wait for ever. */
export async function checkRelayNonce(rpc: Rpc, sender: string, nonce: number): Promise<void> {
  const [latest, pending] = await Promise.all([
    readTransactionCount(rpc, sender, "latest"),
    readTransactionCount(rpc, sender, "pending"),
  ]);
  if (nonce < latest || nonce > pending + MAXIMUM_AHEAD) {
    throw new ProblemError(
      "invalid-transaction",
      `Nonce ${nonce} of account ${sender} can't be used: its next one is ${pending}.`,
      { nextNonce: pending },
    );
  }
}
