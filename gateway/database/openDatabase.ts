import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { GatewayConfig } from "../config/gatewayConfig.ts";
import { connectDatabase } from "./connectDatabase.ts";
import type { Database } from "./database.ts";

/** What a server says of itself may hold its address and user, but no password. */
async function connectServer(url: string): Promise<Database> {
  try {
    return await connectDatabase({ url });
  } catch (error) {
    const { host } = new URL(url);
    const nested = error instanceof AggregateError ? error.errors[0] : error;
    const reason = nested instanceof Error ? nested.message : String(nested);
    throw new Error(`PostgreSQL at ${host} (DATABASE_URL) can't be used: ${reason}.`);
  }
}

/** Opens the configured database: a server, or PGlite in the data directory. Refuses in a sentence. */
export async function openDatabase(
  config: Pick<GatewayConfig, "databaseUrl" | "dataDirectory">,
): Promise<Database> {
  if (config.databaseUrl !== undefined) return connectServer(config.databaseUrl);
  // A ledger that is thrown away needs no database on disk.
  if (config.dataDirectory === ":memory:") return connectDatabase({});
  await mkdir(config.dataDirectory, { recursive: true });
  return connectDatabase({ directory: join(config.dataDirectory, "database") });
}
