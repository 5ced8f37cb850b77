import { Command } from "commander";
import { ProblemError } from "../../gateway/errors/problemError.ts";
import type { KeyHolder } from "../../gateway/keystore/keyHolder.ts";
import { readSigners } from "../../gateway/keystore/readSigners.ts";
import { printOutcome } from "./printOutcome.ts";

type Options = { readonly signers: string; readonly name?: string; readonly json?: true };

function described({ name, members }: KeyHolder, held: readonly string[]) {
  const given = [...members].map(([member, own]) => [member, own] as const);
  const missing = given.flatMap(([, own]) => own).filter((account) => !held.includes(account));
  return { name, accounts: held, members: Object.fromEntries(given), missing };
}

/** Keys that are outside the database, as SIGNERS_FILE says where. */
export function keysCommand(): Command {
  const verb = (name: string) =>
    new Command(name)
      .requiredOption("--signers <file>", "the gateway's SIGNERS_FILE")
      .option("--json", "print one JSON object on standard output");
  const list = verb("list")
    .description("every signer's accounts, whose they are, and which are missing there")
    .action((options: Options) =>
      printOutcome(options.json === true, async () => {
        const holders = await readSigners(options.signers);
        const signers = await Promise.all(
          holders.map(async (holder) => described(holder, await holder.accounts())),
        );
        return { signers };
      }),
    );
  const generate = verb("generate")
    .description("make a key in a PKCS#11 token; it never leaves it")
    .requiredOption("--name <signer>", "which of the file's signers")
    .action((options: Options) =>
      printOutcome(options.json === true, async () => {
        const holders = await readSigners(options.signers);
        const holder = holders.find(({ name }) => name === options.name);
        if (holder !== undefined) return { signer: holder.name, account: await holder.make() };
        throw new ProblemError("signer-missing", `The file has no signer ${options.name}.`);
      }),
    );
  return new Command("keys")
    .description("keys in Web3Signers and PKCS#11 tokens")
    .addCommand(list)
    .addCommand(generate);
}
