import { Command } from "commander";
import { permissionsCommand } from "./permissionsCommand.ts";

/** `tally network`: what an operator does about the chain below the ledger. */
export function networkCommand(): Command {
  return new Command("network")
    .description("the chain's own fence around the ledger")
    .addCommand(permissionsCommand());
}
