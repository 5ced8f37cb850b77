import { setTimeout as rest } from "node:timers/promises";
import { childrenOf } from "./childrenOf.ts";
import { identityOf } from "./identityOf.ts";
import { runningProcess } from "./runningProcess.ts";

const LOOK_EVERY_MS = 25;

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}

/**
 * Ends the process of a pid file with all that it started and waits until they are gone. SIGKILL goes to all of them at
 * once; after SIGTERM to the first one, what is left after `patienceMs` is killed. False when it didn't run.
 */
export async function endProcess(
  pidFile: string,
  signal: "SIGTERM" | "SIGKILL",
  patienceMs = 20_000,
): Promise<boolean> {
  const pid = runningProcess(pidFile);
  if (pid === undefined) return false;
  const all = [pid, ...childrenOf(pid)].map((one) => ({ pid: one, identity: identityOf(one) }));
  const left = () =>
    all.filter((one) => one.identity !== undefined && identityOf(one.pid) === one.identity);
  if (signal === "SIGKILL") for (const one of all) send(one.pid, signal);
  else {
    send(pid, "SIGTERM");
    // A paused process hears SIGTERM only once it goes on.
    for (const one of all) send(one.pid, "SIGCONT");
  }
  const until = performance.now() + patienceMs;
  while (left().length > 0) {
    if (performance.now() > until) for (const one of left()) send(one.pid, "SIGKILL");
    await rest(LOOK_EVERY_MS);
  }
  return true;
}
