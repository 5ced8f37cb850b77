import { childrenOf } from "../process/childrenOf.ts";
import { runningProcess } from "../process/runningProcess.ts";
import { gatewayFiles } from "../services/gatewayFiles.ts";
import { validatorFiles } from "../validator/validatorFiles.ts";
import type { NetworkOptions } from "./NetworkOptions.ts";
import type { Targets } from "./targets.ts";

/** Pauses processes with what they started, or lets them go on. Answers how many run. */
export function signal(
  { directory }: Pick<NetworkOptions, "directory">,
  { validators, gateways }: Targets,
  name: "SIGSTOP" | "SIGCONT",
): number {
  const files = [
    ...validators.map((index) => validatorFiles(directory, index)),
    ...gateways.map((index) => gatewayFiles(directory, index)),
  ];
  const running = files.flatMap(({ pid }) => runningProcess(pid) ?? []);
  for (const pid of running) for (const one of [pid, ...childrenOf(pid)]) process.kill(one, name);
  return running.length;
}
