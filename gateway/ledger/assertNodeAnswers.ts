import type { Rpc } from "../chain/rpc.ts";

/** Refuses, in a sentence, to start without a node: which chain it is decides whether the database fits. */
export async function assertNodeAnswers(rpc: Rpc, url: string): Promise<void> {
  try {
    await rpc.send("eth_chainId", []);
  } catch {
    const { host } = new URL(url);
    throw new Error(`The node at ${host} (RPC_URL) does not answer. Start it first.`);
  }
}
