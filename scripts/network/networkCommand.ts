import { Command } from "commander";
import { generateCommand } from "./besu/generateCommand.ts";
import { lifeCommands } from "./commands/lifeCommands.ts";
import { partitionCommands } from "./commands/partitionCommands.ts";
import { upCommand } from "./commands/upCommand.ts";
import { validatorCommands } from "./commands/validatorCommands.ts";
import { watchCommands } from "./commands/watchCommands.ts";

/** The command line of `npm run network`. */
export function networkCommand(): Command {
  const network = new Command("npm run network --")
    .description("A ledger on five validators of this machine, with two gateways")
    .addCommand(upCommand())
    .addCommand(generateCommand())
    .addCommand(validatorCommands())
    .showHelpAfterError("Its verbs are listed by: npm run network -- --help");
  for (const command of [...lifeCommands(), ...partitionCommands(), ...watchCommands()]) {
    network.addCommand(command);
  }
  return network;
}
