import { DocumentUnreadableError, MoneyError } from "@tallystick/sdk";
import { Command } from "commander";
import type { DemoResult } from "./demo/demoResult.ts";
import { runDemo } from "./demo/runDemo.ts";

/** 0 all well, 1 an invariant is broken or something failed, 2 some rows refused, 3 unreadable. */
function exitCodeOf(result: DemoResult): number {
  if (!result.conserved || result.replay?.isEqual === false) return 1;
  if ((result.replay?.findings ?? 0) > 0) return 1;
  return result.rejected > 0 ? 2 : 0;
}

function print(result: DemoResult, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  const { problems, ...figures } = result;
  for (const [name, value] of Object.entries(figures)) console.error(`${name.padEnd(14)} ${value}`);
  for (const { line, column, reason } of problems)
    console.error(`line ${line}, ${column}: ${reason}`);
}

const command = new Command("npm run -s demo --")
  .argument("<file>", "table of receivables (CSV)")
  .option("--currency <code>", "ISO 4217 code of the amounts", "CNY")
  .option("--replay", "replay the ledger afterwards, and compare it with the gateway")
  .option("--json", "print one JSON object on standard output")
  .parse();
const options = command.opts<{ currency: string; json?: boolean; replay?: boolean }>();

try {
  const result = await runDemo(command.args[0] ?? "", options);
  print(result, options.json === true);
  process.exit(exitCodeOf(result));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  const unreadable = error instanceof DocumentUnreadableError || error instanceof MoneyError;
  process.exit(unreadable ? 3 : 1);
}
