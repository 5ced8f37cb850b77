import { buildEngine } from "../../engine/buildEngine.ts";
import type { NetworkState } from "../../networkState.ts";
import { askValidator } from "../../validator/askValidator.ts";
import { namespaces } from "../../validator/namespaces.ts";
import { startValidator } from "../../validator/startValidator.ts";
import { waitUntil } from "../../waitUntil.ts";
import type { NetworkOptions } from "../NetworkOptions.ts";

/**
 * Starts a node that validates nothing yet, and waits until it follows the P-chain. It isn't healthy before it validates:
 * the ledger's chain is closed to others.
 */
export async function startNewValidator(
  { directory, tell }: NetworkOptions,
  state: NetworkState,
  { index, host, httpPort }: NetworkState["validators"][number],
): Promise<void> {
  const engine = await buildEngine(tell);
  if (state.isolation === "namespaces") namespaces.create(directory, [index]);
  await startValidator(directory, state, index, engine);
  const url = `http://${host}:${httpPort}/ext/info`;
  await waitUntil(`That validator ${index} follows the P-chain`, async () => {
    const answer = await askValidator(url, "info.isBootstrapped", { chain: "P" });
    return typeof answer === "object" && answer !== null && "isBootstrapped" in answer
      ? answer.isBootstrapped === true
      : false;
  });
}
