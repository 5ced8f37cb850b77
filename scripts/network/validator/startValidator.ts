import { writeDurably } from "../../ledger/writeDurably.ts";
import type { Engine } from "../engine/buildEngine.ts";
import type { NetworkState } from "../networkState.ts";
import { runningProcess } from "../process/runningProcess.ts";
import { startDetached } from "../process/startDetached.ts";
import { namespaces } from "./namespaces.ts";
import { validatorFiles } from "./validatorFiles.ts";
import { validatorFlags } from "./validatorFlags.ts";

/** Starts a validator's process if it doesn't run; doesn't wait until it answers. */
export async function startValidator(
  directory: string,
  state: NetworkState,
  index: number,
  engine: Engine,
): Promise<void> {
  const files = validatorFiles(directory, index);
  if (runningProcess(files.pid) !== undefined) return;
  const flags = validatorFlags(directory, state, index, engine.pluginDirectory);
  await writeDurably(files.config, JSON.stringify(flags, null, 2));
  const inside = state.isolation === "namespaces" ? namespaces.enter(directory, index) : [];
  const [program, ...args] = [...inside, engine.node, "--config-file", files.config];
  const command = [program ?? engine.node, ...args] as const;
  await startDetached({ command: [...command], log: files.log, pidFile: files.pid });
}
