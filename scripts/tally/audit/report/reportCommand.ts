import { Command, Option } from "commander";
import { printFinding } from "../checkpoint/printFinding.ts";
import { type RenderOptions, renderFile } from "./renderFile.ts";

/** `tally audit report`: the page of a replay's report in another language, or with names. */
export function reportCommand(): Command {
  return new Command("report")
    .description("write the page of a report.json, in a language and with names of your own")
    .argument("<file>", "report.json of a replay")
    .requiredOption("--out <file>", "where the page is written")
    .addOption(
      new Option("--language <language>", "of the page").choices(["en", "zh"]).default("en"),
    )
    .option("--names <file>", 'JSON of names by member, for example {"5": "Huadong Steel"}')
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", "\nExit codes: 0 written, 3 it could not be read.")
    .action((file: string, { json, ...options }: RenderOptions & { readonly json?: true }) =>
      printFinding(json === true, async () => {
        const answer = await renderFile(file, options);
        return { answer, sentence: `${answer.out}: block ${answer.block}, ${answer.verdict}.` };
      }),
    );
}
