import { Command } from "commander";
import { BaseError } from "../../sdk/errors/BaseError.ts";
import { type TagsEvaluateOptions, tagsEvaluate } from "./tagsEvaluate.ts";
import { type TagsJoinOptions, tagsJoin } from "./tagsJoin.ts";
import { type TagsRefreshOptions, tagsRefresh } from "./tagsRefresh.ts";
import { type TagsSetupOptions, tagsSetup } from "./tagsSetup.ts";

type Answer = Readonly<Record<string, unknown>> & { readonly problems?: readonly unknown[] };

const codes = `
KEYSTORE_PASSPHRASE encrypts share files, as gateways read them.
Exit codes: 0 done, 1 refused or too few servers, 2 done although a server failed.`;

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Prints what a verb answers, for people or as one JSON object. */
async function report(json: boolean | undefined, work: () => Promise<Answer>): Promise<void> {
  try {
    const answer = await work();
    const lines = Object.entries(answer).map(([name, value]) => `${name}: ${shown(value)}`);
    console.log(json === true ? JSON.stringify(answer) : lines.join("\n"));
    process.exitCode = (answer.problems ?? []).length === 0 ? 0 : 2;
  } catch (error) {
    // Any other error is a fault of this program, and its stack is worth seeing.
    if (!(error instanceof BaseError)) throw error;
    const { code, message } = error;
    console.error(message);
    if (json === true) console.log(JSON.stringify({ error: { code, message } }));
    process.exitCode = 1;
  }
}

type Json = { readonly json?: true };

/** What makes a key: the same for one process that plays every server, and for a server of its own. */
function ceremony(name: string): Command {
  return new Command(name)
    .option("--epoch <number>", "key epoch", "1")
    .option("--servers <number>", "number of shares", "5")
    .option("--threshold <number>", "number of shares that make a tag", "3")
    .option("--urls <list>", "addresses of the share servers, with commas between")
    .option("--json", "print one JSON object on standard output");
}

function join(): Command {
  return ceremony("join")
    .description("one server's part in making a key: run it again whenever files have come")
    .requiredOption("--index <number>", "which of the servers this one is, from 1")
    .requiredOption("--out <folder>", "where files are exchanged, keys.json and share-N.json come")
    .addHelpText(
      "after",
      "\nSend announcement-N.json to everybody, and dealt-N-to-M.json to server M alone.",
    )
    .action((options: TagsJoinOptions & Json) => report(options.json, () => tagsJoin(options)));
}

function setup(): Command {
  return ceremony("setup")
    .description("make a key in one process that plays every server: for demonstrations")
    .requiredOption("--out <folder>", "where keys.json and share-N.json are written")
    .action((options: TagsSetupOptions & Json) => report(options.json, () => tagsSetup(options)));
}

function refresh(): Command {
  return new Command("refresh")
    .description("share the same key anew: tags stay, old shares don't combine with new ones")
    .requiredOption("--keys <file>", "the pinned key sets")
    .requiredOption("--shares <files>", "as many share files as the threshold, with commas between")
    .option("--servers <number>", "another number of shares")
    .option("--threshold <number>", "another threshold")
    .option("--urls <list>", "other addresses, with commas between")
    .requiredOption("--out <folder>", "where keys.json and share-N.json are written")
    .option("--json", "print one JSON object on standard output")
    .action((options: TagsRefreshOptions & Json) =>
      report(options.json, () => tagsRefresh(options)),
    );
}

function evaluate(): Command {
  return new Command("evaluate")
    .description("make one tag, and name each server that is away, was replaced or lies")
    .argument("<identity>", "canonical identity; - reads it from standard input")
    .requiredOption("--keys <file>", "the pinned key sets")
    .option("--epoch <number>", "key epoch; the last one of the file by default")
    .option("--shares <files>", "share files at hand instead of servers, with commas between")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", "\nTALLYSTICK_TOKEN signs in at the servers.")
    .action((identity: string, options: TagsEvaluateOptions & Json) =>
      report(options.json, () => tagsEvaluate(identity, options)),
    );
}

/** Keys of blind tags. */
export function tagsCommand(): Command {
  return new Command("tags")
    .description("keys of blind tags: make them, refresh their shares, try them")
    .addHelpText("after", codes)
    .addCommand(join())
    .addCommand(setup())
    .addCommand(refresh())
    .addCommand(evaluate());
}
