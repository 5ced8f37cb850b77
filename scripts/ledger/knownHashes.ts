import type { NodeClient } from "./NodeClient.ts";

/** Which of these transactions the node knows, mined or waiting. */
export async function knownHashes(
  client: NodeClient,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await client.callMany("eth_getTransactionByHash", hashes);
  const known = new Set<string>();
  for (const [index, hash] of hashes.entries()) {
    const outcome = found[index];
    if (outcome && "error" in outcome) throw outcome.error;
    if (outcome && outcome.result !== null) known.add(hash);
  }
  return known;
}
