import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ledger/freePort.ts";

const INSTALLED = "/usr/lib/postgresql";

/** A PostgreSQL of its own on 127.0.0.1, gone with all its data when it is stopped. */
export interface Postgres {
  readonly url: string;
  stop(): void;
}

/** The newest version that Debian's packages put here, or what is on the path. */
function programs(): string {
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

/** @throws Error what the server said when it can't be set up. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-postgres-"));
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  const user = uid === undefined || gid === undefined ? {} : { uid, gid };
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const data = join(folder, "data");
  const run = (program: string, ...args: string[]): void => {
    const file = join(programs(), program);
    const done = spawnSync(file, args, { ...user, cwd: folder, encoding: "utf8", stdio: "pipe" });
    if (done.status === 0) return;
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`${program}: ${done.error?.message ?? done.stderr}`);
  };
  run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync");
  const port = await freePort();
  const settings = `-p ${port} -k ${folder} -h 127.0.0.1 -F`;
  run("pg_ctl", "-D", data, "-w", "-o", settings, "-l", join(folder, "log"), "start");
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
