import { Command } from "commander";
import { checkpointCommand } from "./checkpoint/checkpointCommand.ts";
import { replayCommand } from "./replay/replayCommand.ts";
import { reportCommand } from "./report/reportCommand.ts";
import { validatorsCommand } from "./validators/validatorsCommand.ts";

/** `tally audit`: what an auditor does who trusts nobody's database. */
export function auditCommand(): Command {
  return new Command("audit")
    .description("check a ledger's history without trusting an operator")
    .addCommand(checkpointCommand())
    .addCommand(replayCommand())
    .addCommand(reportCommand())
    .addCommand(validatorsCommand());
}
