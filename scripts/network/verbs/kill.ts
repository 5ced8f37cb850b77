import { endProcess } from "../process/endProcess.ts";
import { gatewayFiles } from "../services/gatewayFiles.ts";
import { validatorFiles } from "../validator/validatorFiles.ts";
import type { NetworkOptions } from "./NetworkOptions.ts";
import type { Targets } from "./targets.ts";

/** Ends processes by SIGKILL, a validator's with that of its EVM. Answers how many ran. */
export async function kill(
  { directory }: Pick<NetworkOptions, "directory">,
  { validators, gateways }: Targets,
): Promise<number> {
  const pids = [
    ...validators.map((index) => validatorFiles(directory, index).pid),
    ...gateways.map((index) => gatewayFiles(directory, index).pid),
  ];
  const killed = await Promise.all(pids.map((pid) => endProcess(pid, "SIGKILL")));
  return killed.filter(Boolean).length;
}
