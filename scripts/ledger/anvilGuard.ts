import { spawn } from "node:child_process";

/**
 * Runs a program for exactly as long as standard input stays open. The launcher holds the other
 * end, so the node ends with its launcher even when that is killed and can tidy up nothing.
 */
export function anvilGuard(binary: string, args: readonly string[]): void {
  const node = spawn(binary, args, { stdio: ["ignore", "ignore", "inherit"] });
  node.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  node.on("exit", (code) => process.exit(code ?? 1));
  const end = (): void => void node.kill("SIGKILL");
  process.stdin.on("end", end).on("error", end).resume();
  process.on("SIGTERM", end).on("SIGINT", end);
}

const [binary, ...args] = process.argv.slice(2);
if (import.meta.main && binary !== undefined) anvilGuard(binary, args);
