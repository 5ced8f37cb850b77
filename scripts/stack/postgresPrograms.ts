import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const INSTALLED = "/usr/lib/postgresql";

/** The newest version that Debian's packages put here, or what is on the path. */
function folder(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number) : [];
  const newest = Math.max(0, ...versions.filter(Number.isInteger));
  return newest === 0 ? "" : join(INSTALLED, String(newest), "bin");
}

/** PostgreSQL refuses to run as root, so root lends it the user that its package made. */
function idOf(kind: "-u" | "-g"): number | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const { stdout, status } = spawnSync("id", [kind, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : undefined;
}

function user(): { readonly uid: number; readonly gid: number } | undefined {
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** PostgreSQL's own programs on this machine, run as a user whom they accept. */
export const postgresPrograms = {
  areInstalled(): boolean {
    const done = spawnSync(join(folder(), "initdb"), ["--version"], { stdio: "ignore" });
    return done.status === 0;
  },

  /** Gives a folder to the user that the programs run as. */
  own(path: string): void {
    const { uid, gid } = user() ?? {};
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  },

  /** Whether that user can get to a folder: others' home folders are closed to it. */
  canReach(path: string): boolean {
    return spawnSync("test", ["-x", path], { ...user(), stdio: "ignore" }).status === 0;
  },

  /** @throws Error what the program said when it failed */
  run(program: string, cwd: string, ...args: readonly string[]): void {
    const file = join(folder(), program);
    const done = spawnSync(file, args, { ...user(), cwd, encoding: "utf8", stdio: "pipe" });
    if (done.status === 0) return;
    throw new Error(`${program}: ${done.error?.message ?? done.stderr}`);
  },
} as const;
