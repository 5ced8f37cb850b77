import type { FileHandle } from "node:fs/promises";
import type { Database, Queryable } from "../database/database.ts";
import { createSealer } from "./createSealer.ts";
import { localTables } from "./localTables.ts";

/** What a backup is made of. */
export interface BackupOptions {
  readonly database: Database;
  readonly passphrase: string;
  readonly scryptCost: number;
}

/** What was written. */
export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
}

const PAGE_ROWS = 500;

async function beginning(target: Queryable): Promise<object> {
  const [chain] = await target.query<{ chain_id: bigint; genesis_hash: string }>(
    "SELECT chain_id, genesis_hash FROM local.chain",
  );
  if (chain === undefined) throw new Error("The database belongs to no chain yet.");
  const migrations = await target.query(
    "SELECT number, file, checksum FROM local.migration ORDER BY number",
  );
  const takenAt = new Date().toISOString();
  const { chain_id, genesis_hash: genesisHash } = chain;
  return { kind: "begin", chainId: Number(chain_id), genesisHash, takenAt, migrations };
}

async function* pages(target: Queryable, table: string): AsyncGenerator<string[]> {
  await target.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS row FROM local."${table}" t`,
  );
  while (true) {
    const rows = await target.query<{ row: string }>(`FETCH ${PAGE_ROWS} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await target.query("CLOSE backup_rows");
}

function sequences(target: Queryable): Promise<{ name: string; last: string }[]> {
  return target.query(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'local' AND last_value IS NOT NULL ORDER BY 1`,
  );
}

/**
 * Writes every row of every table of schema `local`, as of one moment, encrypted. New tables are in it by themselves.
 * With PGlite nothing else is written meanwhile; the file is local, so that no slow reader makes that long.
 */
export async function writeBackup(
  { database, passphrase, scryptCost }: BackupOptions,
  file: FileHandle,
): Promise<BackupSummary> {
  const sealer = await createSealer(passphrase, scryptCost);
  await file.write(sealer.head);
  return database.transaction(async (transaction) => {
    await transaction.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const tables = await localTables(transaction);
    await file.write(sealer.seal(JSON.stringify(await beginning(transaction)), false));
    let count = 0;
    for (const table of tables) {
      for await (const rows of pages(transaction, table)) {
        const head = JSON.stringify({ kind: "rows", table });
        await file.write(sealer.seal([head, ...rows].join("\n"), false));
        count += rows.length;
      }
    }
    const end = { kind: "end", rows: count, sequences: await sequences(transaction) };
    await file.write(sealer.seal(JSON.stringify(end), true));
    await file.sync();
    return { tables: tables.length, rows: count };
  });
}
