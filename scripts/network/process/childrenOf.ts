import { spawnSync } from "node:child_process";

/** The processes that a process started and that still run, children's children too. */
export function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows
      .filter(([child, its]) => its === parent && child !== undefined)
      .flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}
