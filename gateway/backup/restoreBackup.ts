import { readBlock } from "../chain/readBlock.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database, Queryable } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { type Migration, readMigrations } from "../database/readMigrations.ts";
import { BackupError } from "./backupError.ts";
import { backupRecords } from "./backupRecords.ts";
import { localTables } from "./localTables.ts";
import { openBackup } from "./openBackup.ts";

/** What is restored, into what. */
export interface RestoreOptions {
  readonly file: string;
  readonly passphrase: string;
  /** Opens what it goes into: not before the file is known to be good. The caller closes it. */
  readonly open: () => Promise<Database>;
  /** The node of the chain that the backup must belong to. */
  readonly rpc: Rpc;
  /** Whether everything that the database holds may go. */
  readonly replace?: boolean;
}

interface Beginning {
  readonly chainId: number;
  readonly genesisHash: string;
  readonly takenAt: string;
  readonly migrations: readonly { number: number; file: string; checksum: string }[];
}

/** What was restored. */
export interface RestoreSummary {
  readonly rows: number;
  readonly takenAt: string;
}

/** Reads the whole file before anything is touched: a damaged one must not cost what the database holds. */
async function check(file: string, passphrase: string): Promise<Beginning> {
  let beginning: Beginning | undefined;
  let rows = 0;
  for await (const text of openBackup(file, passphrase)) {
    const [head = "", ...lines] = text.split("\n");
    const record = backupRecords.any.parse(JSON.parse(head));
    rows += lines.length;
    if (record.kind === "begin") beginning = record;
    if (record.kind === "end" && record.rows !== rows)
      throw new BackupError(`The backup has ${rows} rows of ${record.rows}.`);
  }
  if (beginning === undefined) throw new BackupError("The backup says of no chain that it is its.");
  return beginning;
}

async function checkChain(rpc: Rpc, { chainId, genesisHash }: Beginning): Promise<void> {
  const served = Number(await rpc.send("eth_chainId", []));
  const genesis = await readBlock(rpc, 0);
  if (served === chainId && genesis?.hash === genesisHash) return;
  throw new BackupError(
    `The backup is of chain ${chainId} with genesis ${genesisHash}, but the node serves chain ${served} with genesis ${genesis?.hash}.`,
  );
}

/** The schema as it was when the backup was taken; what came since is migrated when the gateway starts. */
async function migrationsOf({ migrations }: Beginning): Promise<Migration[]> {
  const known = (await readMigrations()).filter(({ schema }) => schema === "local");
  return migrations.map(({ number, file, checksum }) => {
    const own = known.find((each) => each.number === number);
    if (own?.checksum === checksum) return own;
    throw new BackupError(`The backup needs migration ${file}, which this version does not have.`);
  });
}

async function holdsSomething(database: Database): Promise<boolean> {
  for (const table of await localTables(database)) {
    const rows = await database.query(`SELECT 1 FROM local."${table}" LIMIT 1`);
    if (rows.length > 0) return true;
  }
  return false;
}

async function insert(
  transaction: Queryable,
  table: string,
  lines: readonly string[],
): Promise<void> {
  const columns = await transaction.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_attribute a
     JOIN pg_class c ON c.oid = a.attrelid AND c.relname = $1
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'local'
     WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''`,
    [table],
  );
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  await transaction.query(
    `INSERT INTO local."${table}" (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${names} FROM jsonb_populate_recordset(NULL::local."${table}", $1::jsonb)`,
    [`[${lines.join(",")}]`],
  );
}

/**
 * Puts a backup into an empty database, all of it or nothing. Schema `projected` is made from the chain when the gateway
 * starts.
 * @throws BackupError for a file that is damaged or of another chain, and for a database that holds something.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreSummary> {
  const { file, passphrase, open, rpc, replace = false } = options;
  const beginning = await check(file, passphrase);
  await checkChain(rpc, beginning);
  const migrations = await migrationsOf(beginning);
  const database = await open();
  if (!replace && (await holdsSomething(database)))
    throw new BackupError("The database is not empty. To lose what it holds, say --replace.");
  await database.query("DROP SCHEMA IF EXISTS local CASCADE");
  await database.query("DROP SCHEMA IF EXISTS projected CASCADE");
  await migrate(database, migrations);
  let rows = 0;
  await database.transaction(async (transaction) => {
    for await (const text of openBackup(file, passphrase)) {
      const [head = "", ...lines] = text.split("\n");
      const record = backupRecords.any.parse(JSON.parse(head));
      if (record.kind === "rows") await insert(transaction, record.table, lines);
      if (record.kind === "end") {
        for (const { name, last } of record.sequences)
          await transaction.query("SELECT setval(('local.' || $1)::regclass, $2::int8)", [
            name,
            last,
          ]);
      }
      rows += lines.length;
    }
  });
  return { rows, takenAt: beginning.takenAt };
}
