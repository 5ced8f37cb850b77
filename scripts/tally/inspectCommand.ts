import { Command } from "commander";
import { inspectDocument } from "../../sdk/documents/inspectDocument.ts";
import { BaseError } from "../../sdk/errors/BaseError.ts";
import { describeDocument } from "./describeDocument.ts";
import { openDocument } from "./openDocument.ts";

type Options = { readonly currency: string; readonly json?: true };

const codes = `
Exit codes:
  0  the document is understood and nothing contradicts in it
  2  it has problems
  3  it is no such document, or can't be read`;

/** What a document is, its canonical identity and its problems. It needs neither a ledger nor compiled contracts. */
export function inspectCommand(): Command {
  return new Command("inspect")
    .description("say what a document is, its canonical identity and its problems")
    .argument("<file>", "UBL invoice, EPCIS events, Chinese e-invoice, table of receivables, JSON")
    .option("--currency <code>", "ISO 4217 code of a table's amounts", "CNY")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", codes)
    .action(inspect);
}

async function inspect(file: string, options: Options): Promise<void> {
  const json = options.json === true;
  try {
    const source = await openDocument(file);
    const { currency } = options;
    const document = await inspectDocument(source, { name: file, currency });
    console.log(json ? JSON.stringify(document) : describeDocument(document));
    process.exitCode = document.problems.length === 0 ? 0 : 2;
  } catch (error) {
    // Any other error is a fault of this program, and its stack is worth seeing.
    if (!(error instanceof BaseError)) throw error;
    console.error(error.message);
    if (json) console.log(JSON.stringify({ error: { code: error.code, message: error.message } }));
    process.exitCode = 3;
  }
}
