import { join } from "node:path";
import { Command } from "commander";
import { BackupError } from "../../gateway/backup/backupError.ts";
import { restoreBackup } from "../../gateway/backup/restoreBackup.ts";
import { connectRpc } from "../../gateway/chain/connectRpc.ts";
import { readConfig } from "../../gateway/config/readConfig.ts";
import { connectDatabase } from "../../gateway/database/connectDatabase.ts";
import type { Database } from "../../gateway/database/database.ts";

type Options = { readonly replace?: true; readonly json?: true };

async function restore(file: string, { replace, json }: Options): Promise<void> {
  const config = readConfig(process.env);
  const { databaseUrl: url, dataDirectory, keystorePassphrase: passphrase } = config;
  const rpc = connectRpc(config.rpcUrls[0] ?? "");
  let database: Database | undefined;
  const open = async () => {
    database = await connectDatabase({ url, directory: join(dataDirectory, "database") });
    return database;
  };
  try {
    const done = await restoreBackup({ file, passphrase, open, rpc, replace: replace === true });
    if (json === true) console.log(JSON.stringify(done));
    else
      console.log(
        `${done.rows} rows, as of ${done.takenAt}. Start the gateway: it projects the rest.`,
      );
  } finally {
    await database?.close();
    rpc.destroy();
  }
}

/** `tally restore FILE`: puts a backup into the database of a gateway that doesn't run. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("a backup, into the empty database of a gateway that does not run")
    .argument("<file>", "what `tally backup` wrote")
    .option("--replace", "lose what the database holds")
    .option("--json", "print one JSON object on standard output")
    .addHelpText(
      "after",
      "\nDATABASE_URL or DATA_DIRECTORY, RPC_URL and KEYSTORE_PASSPHRASE are read as the gateway does.",
    )
    .action(async (file: string, options: Options) => {
      try {
        await restore(file, options);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        console.error(message);
        if (options.json === true) console.log(JSON.stringify({ error: { message } }));
        const isUnreadable = error instanceof BackupError || message.startsWith("ENOENT");
        process.exitCode = isUnreadable ? 3 : 1;
      }
    });
}
