import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { takeLease } from "../workers/takeLease.ts";
import type { Worker } from "../workers/worker.ts";

/** A gateway's sign of life for others on the same database: what it holds is at work while the sign lasts. */
export interface Presence extends Worker {
  /** This process, among all that ever used the database. */
  readonly id: string;
  /** Resolves when the first sign was given. */
  announce(): Promise<void>;
}

const BEAT_MS = 1_500;
const LEASE_MS = 6_000;

/** Keeps lease `gateway <id>` while the process lives; others may take over what it held six seconds after its death. */
export function createPresence(database: Database, logger: Pick<Logger, "warn">): Presence {
  const id = randomUUID();
  const name = `gateway ${id}`;
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<unknown> = Promise.resolve();
  const beat = () => takeLease(database, name, id, LEASE_MS);
  const beatOn = () => {
    beating = beat().catch((err: unknown) => {
      logger.warn({ err }, "gateway: its sign of life was not written, the next one is");
    });
  };
  return {
    id,
    name,
    async announce() {
      // Nobody else can have opened an embedded database: whoever held something there is dead.
      if (database.engine === "pglite") {
        await database.query("DELETE FROM local.lease WHERE name LIKE 'gateway %'");
      }
      await database.query(
        "DELETE FROM local.lease WHERE name LIKE 'gateway %' AND expires_at < now() - interval '1 day'",
      );
      await beat();
    },
    start() {
      timer = setInterval(beatOn, BEAT_MS);
    },
    async stop() {
      clearInterval(timer);
      await beating;
      await database
        .query("DELETE FROM local.lease WHERE name = $1", [name])
        .catch(() => undefined);
    },
  };
}
