import { buildEngine } from "../engine/buildEngine.ts";
import { networkState } from "../networkState.ts";
import { startGateway } from "../services/startGateway.ts";
import { awaitValidators } from "../validator/awaitValidators.ts";
import { namespaces } from "../validator/namespaces.ts";
import { startValidator } from "../validator/startValidator.ts";
import type { NetworkOptions } from "./NetworkOptions.ts";
import type { Targets } from "./targets.ts";

/**
 * Starts processes that don't run and waits until they answer; answers after how many seconds all did. A validator alone
 * doesn't answer before enough others run, so all that are to start are named at once.
 */
export async function start(
  { directory, tell }: NetworkOptions,
  { validators, gateways }: Targets,
): Promise<number> {
  const state = networkState.read(directory);
  const started = performance.now();
  const engine = await buildEngine(tell);
  if (state.isolation === "namespaces") namespaces.create(directory, validators);
  for (const index of validators) await startValidator(directory, state, index, engine);
  await awaitValidators(directory, state, "chain", validators);
  for (const index of gateways) await startGateway(directory, state, index);
  return Math.round((performance.now() - started) / 100) / 10;
}
