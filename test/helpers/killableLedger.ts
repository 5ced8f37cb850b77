import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { callRpc } from "./callRpc.ts";

export type KillableLedger = {
  url: string;
  /** The block of the checkpoint that the start used. */
  checkpoint: number;
  /** SIGKILL to the launcher's and the node's process groups, at once. */
  killAll: () => Promise<void>;
  /** SIGKILL to the launcher alone. */
  killLauncher: () => Promise<void>;
};

type Limits = { fileKiB?: number };

/** With `fileKiB` no file of the process can grow beyond it: a full disk, as far as it can tell. */
function spawnLedger(directory: string, { fileKiB }: Limits = {}): ChildProcess {
  const program = fileURLToPath(new URL("./ledgerChild.ts", import.meta.url));
  const command = [process.execPath, "--import", "tsx", program, directory];
  const options: SpawnOptions = { detached: true, stdio: ["ignore", "pipe", "inherit"] };
  if (fileKiB === undefined) return spawn(process.execPath, command.slice(1), options);
  const limited = `ulimit -f ${fileKiB} && exec "$@"`;
  return spawn("bash", ["-c", limited, "bash", ...command, "3600000"], options);
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader) process.kill(-leader, "SIGKILL");
  } catch {
    // Already gone.
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

/** Starts a ledger in processes of its own. */
async function start(directory: string, limits: Limits = {}): Promise<KillableLedger> {
  const child = spawnLedger(directory, limits);
  if (!child.stdout) throw new Error("the child has no output");
  for await (const line of createInterface(child.stdout)) {
    const { url, restored } = JSON.parse(line);
    const status = await callRpc.call<{ nodeProcessId: number }>(url, "tally_status");
    const killLauncher = async (): Promise<void> => {
      killGroup(child.pid);
      await gone(child);
    };
    const killAll = async (): Promise<void> => {
      killGroup(child.pid);
      killGroup(status.nodeProcessId);
      await gone(child);
    };
    return { url, checkpoint: restored.checkpoint, killAll, killLauncher };
  }
  throw new Error("the ledger did not start");
}

/** Starts a ledger and kills its launcher after so many milliseconds, wherever it is by then. */
async function startAndKill(directory: string, afterMs: number): Promise<void> {
  const child = spawnLedger(directory);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  killGroup(child.pid);
  await gone(child);
}

/** Ledgers that die as badly as a process can. */
export const killableLedger = { start, startAndKill };
