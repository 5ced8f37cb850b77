import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pause } from "../../gateway/helpers/pause.ts";

/** A part of the running stack, to be killed. */
export type StackPart = "everything" | "ledger" | "node";

/** What `npm start` runs, in processes of its own. */
export interface StackProcess {
  readonly url: string;
  /** Everything that it said on standard error. */
  said(): string;
  isAlive(): boolean;
  /** Milliseconds from its start until it was ready; rejects when it ends before. */
  ready(): Promise<number>;
  /** SIGKILL. */
  kill(part: StackPart): Promise<void>;
  /** Resolves with the exit code once it ended by itself. */
  ended(): Promise<number | null>;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const ROOT = join(import.meta.dirname, "..", "..", "..");
const LONGEST_START_MS = 120_000;

/** A process and all that it started, directly or not. */
function treeOf(root: number): Process[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  const all = lines.split("\n").flatMap((line): Process[] => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
  const below = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((each) => [each, ...below(each.pid)]);
  return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

const isPart: Record<StackPart, (process: Process) => boolean> = {
  everything: () => true,
  ledger: ({ command }) => command.includes("ledgerMain"),
  node: ({ command }) => /bin\/anvil /.test(command) && !command.includes("anvilGuard"),
};

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already, with what it belonged to.
  }
}

function spawnStack(directory: string, port: number): ChildProcess {
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const program = join(ROOT, "scripts", "start.ts");
  const args = ["--import", tsx, program, "--directory", directory, "--port", String(port)];
  const unlimited = { REQUESTS_PER_MINUTE: "0", WRITES_PER_MINUTE: "0", SIGN_INS_PER_MINUTE: "0" };
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...unlimited },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Starts the whole of `npm start` over a directory. */
export function stackProcess(directory: string, port: number): StackProcess {
  const began = performance.now();
  const child = spawnStack(directory, port);
  const url = `http://127.0.0.1:${port}`;
  const exited = once(child, "exit");
  let said = "";
  child.stderr?.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;
  const answersReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  return {
    url,
    said: () => said,
    isAlive,
    async ready() {
      while (isAlive() && performance.now() - began < LONGEST_START_MS) {
        if (await answersReady()) return performance.now() - began;
        await pause(25);
      }
      throw new Error(`The stack did not become ready. It said:\n${said}`);
    },
    async kill(part) {
      const parts = treeOf(child.pid ?? 0).filter(isPart[part]);
      for (const { pid } of parts) kill(pid);
      if (part === "everything" && isAlive()) await exited;
    },
    ended: async () => ((await exited) as [number | null])[0],
  };
}
