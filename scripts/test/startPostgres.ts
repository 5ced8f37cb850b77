import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ledger/freePort.ts";
import { postgresPrograms } from "../stack/postgresPrograms.ts";

/** A PostgreSQL of its own on 127.0.0.1, gone with all its data when it is stopped. */
export interface Postgres {
  readonly url: string;
  stop(): void;
}

/** @throws Error what the server said when it can't be set up. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "tallystick-postgres-"));
  postgresPrograms.own(folder);
  const data = join(folder, "data");
  const run = (program: string, ...args: string[]): void => {
    try {
      postgresPrograms.run(program, folder, ...args);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
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
