import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { postgresPrograms } from "../../stack/postgresPrograms.ts";
import { NetworkError } from "../NetworkError.ts";

/** Where the package's user is at home, for networks in folders that are closed to it. */
const PACKAGE_HOME = "/var/lib/postgresql";

/** Data directory and port of a network's own PostgreSQL. */
export interface PostgresPlace {
  readonly data: string;
  readonly port: number;
  readonly password: string;
}

function isRunning({ data }: PostgresPlace): boolean {
  try {
    postgresPrograms.run("pg_ctl", dirname(data), "-D", data, "status");
    return true;
  } catch {
    return false;
  }
}

/** A database is whole once its folder has its name. */
async function initialise(data: string, password: string): Promise<void> {
  const folder = dirname(data);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  postgresPrograms.own(folder);
  const unfinished = `${data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  postgresPrograms.own(passwordFile);
  const settings = ["-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-U", "postgres"];
  postgresPrograms.run("initdb", folder, "-D", unfinished, "-E", "UTF8", ...settings);
  await rm(passwordFile);
  await rename(unfinished, data);
}

/** The PostgreSQL server that keeps a network's gateways' data. It writes durably and listens on loopback only. */
export const durablePostgres = {
  /** @throws {NetworkError} POSTGRES_MISSING */
  place(directory: string): string {
    if (!postgresPrograms.areInstalled()) {
      const sentence =
        "The gateways share a PostgreSQL, which isn't installed here: install it (Debian: apt-get install postgresql), or name one with --database.";
      throw new NetworkError("POSTGRES_MISSING", sentence, 3);
    }
    if (postgresPrograms.canReach(directory)) return join(directory, "postgres", "data");
    const name = createHash("sha256").update(directory).digest("hex").slice(0, 12);
    return join(PACKAGE_HOME, `tallystick-${name}`, "data");
  },

  url: ({ port, password }: PostgresPlace): string =>
    `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,

  async start(place: PostgresPlace): Promise<void> {
    const folder = dirname(place.data);
    if (!existsSync(place.data)) await initialise(place.data, place.password);
    if (isRunning(place)) return;
    const settings = `-p ${place.port} -k ${folder} -h 127.0.0.1`;
    const log = join(folder, "log");
    postgresPrograms.run(
      "pg_ctl",
      folder,
      ...["-D", place.data, "-w", "-o", settings, "-l", log, "start"],
    );
  },

  stop(place: PostgresPlace): void {
    if (!existsSync(place.data) || !isRunning(place)) return;
    const args = ["-D", place.data, "-w", "-m", "fast", "stop"];
    postgresPrograms.run("pg_ctl", dirname(place.data), ...args);
  },

  async erase(place: PostgresPlace): Promise<void> {
    await rm(dirname(place.data), { recursive: true, force: true });
  },
} as const;
