import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { writeDurably } from "../../ledger/writeDurably.ts";
import { NetworkError } from "../NetworkError.ts";
import { identityOf } from "./identityOf.ts";

/** A process that outlives the command that starts it. */
export interface DetachedProcess {
  readonly command: readonly [string, ...string[]];
  readonly env?: NodeJS.ProcessEnv;
  /** Standard output and error are added to it. */
  readonly log: string;
  readonly pidFile: string;
  readonly cwd?: string;
}

/** Starts it in a group of its own, so that Ctrl-C at the terminal isn't meant for it. */
export async function startDetached(options: DetachedProcess): Promise<number> {
  const { command, env = process.env, log, pidFile, cwd } = options;
  const [program, ...args] = command;
  const out = openSync(log, "a", 0o600);
  const place = cwd === undefined ? {} : { cwd };
  const child = spawn(program, args, {
    ...place,
    env,
    detached: true,
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  await once(child, "spawn").catch((error: unknown) => {
    throw new NetworkError("NOT_STARTED", `${program} can't be started.`, 1, { cause: error });
  });
  child.unref();
  const pid = child.pid ?? 0;
  await writeDurably(pidFile, JSON.stringify({ pid, identity: identityOf(pid) ?? "ended" }), 0o600);
  return pid;
}
