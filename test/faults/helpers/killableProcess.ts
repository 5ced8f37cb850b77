import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A program that is killed and started again. */
export interface KillableProcess {
  /** Starts it and answers the first thing that it says. */
  start(): Promise<string>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** A Node program with these arguments and this environment. */
export function killableProcess(
  program: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): KillableProcess {
  let child: ChildProcess | undefined;
  const env = { PATH: process.env["PATH"], ...environment };
  return {
    async start() {
      child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"], env });
      const [line] = (await once(child.stdout ?? process.stdin, "data")) as [Buffer];
      return line.toString().trim();
    },
    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
