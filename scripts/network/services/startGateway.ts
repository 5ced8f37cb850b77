import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { secretsOf } from "../../stack/secretsOf.ts";
import { NetworkError } from "../NetworkError.ts";
import type { NetworkState } from "../networkState.ts";
import { runningProcess } from "../process/runningProcess.ts";
import { startDetached } from "../process/startDetached.ts";
import { waitUntil } from "../waitUntil.ts";
import { gatewayEnvironment } from "./gatewayEnvironment.ts";
import { gatewayFiles } from "./gatewayFiles.ts";

/**
 * Starts a network's n-th gateway (from 1) if it doesn't run, and waits until it is ready.
 *
 * @throws {NetworkError} GATEWAY_ENDED, TOO_SLOW
 */
export async function startGateway(
  directory: string,
  state: NetworkState,
  index: number,
): Promise<void> {
  const { folder, log, pid } = gatewayFiles(directory, index);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (runningProcess(pid) === undefined) {
    const main = join(import.meta.dirname, "gatewayMain.ts");
    const env = gatewayEnvironment(directory, state, index, await secretsOf(directory));
    const loader = import.meta.resolve("tsx");
    const command = [process.execPath, "--import", loader, main, directory] as const;
    await startDetached({ command, env, log, pidFile: pid });
  }
  let ended = false;
  await waitUntil(`That gateway ${index} is ready`, async () => {
    ended = runningProcess(pid) === undefined;
    if (ended) return true;
    const answer = await fetch(`${state.gateways[index - 1]?.url}/readyz`);
    return answer.ok;
  });
  if (!ended) return;
  throw new NetworkError("GATEWAY_ENDED", `Gateway ${index} ended; ${log} says why.`);
}
