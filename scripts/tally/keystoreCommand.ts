import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { readConfig } from "../../gateway/config/readConfig.ts";
import { connectDatabase } from "../../gateway/database/connectDatabase.ts";
import { migrate } from "../../gateway/database/migrate.ts";
import { readMigrations } from "../../gateway/database/readMigrations.ts";
import { carryKeys } from "../../gateway/keystore/carryKeys.ts";
import type { KeystoreOptions } from "../../gateway/keystore/createKeystore.ts";
import { writeDurably } from "../ledger/writeDurably.ts";
import { printOutcome } from "./printOutcome.ts";

type Common = { readonly passphraseFile: string; readonly json?: true };

const codes = `
The gateway's environment says where its database is and what its own passphrase is (KEYSTORE_PASSPHRASE).
An embedded database is open in one process at a time: stop the gateway first.`;

/** The first line: editors end files with a line break. */
async function passphraseOf(file: string): Promise<string> {
  const [passphrase = ""] = (await readFile(file, "utf8")).split(/\r?\n/);
  if (passphrase.length >= 12) return passphrase;
  throw new Error("A passphrase has 12 characters or more.");
}

async function withKeystore<Result>(
  work: (options: KeystoreOptions) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(process.env);
  const { databaseUrl: url, dataDirectory, keystorePassphrase: passphrase } = config;
  const database = await connectDatabase({ url, directory: join(dataDirectory, "database") });
  try {
    await migrate(database, await readMigrations());
    return await work({ database, passphrase, scryptCost: config.keystoreScryptCost });
  } finally {
    await database.close();
  }
}

function verb(name: string): Command {
  return new Command(name)
    .requiredOption("--passphrase-file <file>", "the passphrase of the JSON, on its first line")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", codes);
}

/** Keys of the gateway's own database, encrypted on the way in and on the way out. */
export function keystoreCommand(): Command {
  const bring = verb("import")
    .description("take a member's key from an encrypted Web3 keystore")
    .argument("<file>", "the JSON")
    .requiredOption("--member <number>", "whose key it is")
    .action((file: string, options: Common & { readonly member: string }) =>
      printOutcome(options.json === true, async () => {
        const member = Number(options.member);
        if (!Number.isInteger(member) || member < 1)
          throw new Error("A member is a number from 1.");
        const json = await readFile(file, "utf8");
        const passphrase = await passphraseOf(options.passphraseFile);
        return {
          member,
          account: await withKeystore((own) => carryKeys.in(own, member, json, passphrase)),
        };
      }),
    );
  const take = verb("export")
    .description("write an account's key as a Web3 keystore under another passphrase")
    .requiredOption("--account <address>", "whose key")
    .requiredOption("--out <file>", "where the JSON is written, readable by you alone")
    .action((options: Common & { readonly account: string; readonly out: string }) =>
      printOutcome(options.json === true, async () => {
        const { account, out } = options;
        const passphrase = await passphraseOf(options.passphraseFile);
        const json = await withKeystore((own) => carryKeys.out(own, account, passphrase));
        await writeDurably(out, json, 0o600);
        return { account, out };
      }),
    );
  return new Command("keystore")
    .description("keys in the gateway's database")
    .addCommand(bring)
    .addCommand(take);
}
