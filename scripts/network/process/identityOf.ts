import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Fields of /proc/PID/stat after the name, which may itself hold spaces and brackets; the first is field 3. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/**
 * What tells a process from a later one with the same number: when it began. Undefined when it has ended, also while
 * its parent hasn't noticed.
 */
export function identityOf(pid: number): string | undefined {
  if (existsSync("/proc/self/stat")) {
    const stat = statOf(pid);
    return stat === undefined || stat[0] === "Z" ? undefined : stat[19];
  }
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() === "" ? undefined : stdout.trim();
}
