import { connectPglite } from "./connectPglite.ts";
import { connectPostgres } from "./connectPostgres.ts";
import type { Database } from "./database.ts";

/** Where the database is: a PostgreSQL server, or PGlite in a directory, or PGlite in memory when neither is given. */
export interface DatabaseConfig {
  readonly url?: string | undefined;
  readonly directory?: string | undefined;
}

/** Opens the configured database. The schema is not touched: see `migrate`. */
export function connectDatabase(config: DatabaseConfig): Promise<Database> {
  return config.url === undefined ? connectPglite(config.directory) : connectPostgres(config.url);
}
