import { rm } from "node:fs/promises";
import { networkState } from "../networkState.ts";
import { endProcess } from "../process/endProcess.ts";
import { durablePostgres } from "../services/durablePostgres.ts";
import { gatewayFiles } from "../services/gatewayFiles.ts";
import { namespaces } from "../validator/namespaces.ts";
import { validatorFiles } from "../validator/validatorFiles.ts";
import type { NetworkOptions } from "./NetworkOptions.ts";

/** Stops everything that runs of a network; with `erase` its state goes too. Answers how many processes it ended. */
export async function down({
  directory,
  erase,
}: NetworkOptions & { readonly erase: boolean }): Promise<number> {
  const state = networkState.read(directory);
  const indices = state.validators.map(({ index }) => index);
  const gateways = state.gateways.map((_, index) => gatewayFiles(directory, index + 1).pid);
  const validators = indices.map((index) => validatorFiles(directory, index).pid);
  const ended: boolean[] = [];
  for (const pids of [gateways, validators]) {
    ended.push(...(await Promise.all(pids.map((pid) => endProcess(pid, "SIGTERM")))));
  }
  if (state.postgres !== undefined) durablePostgres.stop(state.postgres);
  if (state.isolation === "namespaces") namespaces.remove(directory, indices);
  if (erase) {
    if (state.postgres !== undefined) await durablePostgres.erase(state.postgres);
    await rm(directory, { recursive: true, force: true });
  }
  return ended.filter(Boolean).length;
}
