import { Command } from "commander";
import { anchorCommand } from "./tally/anchorCommand.ts";
import { auditLogCommand } from "./tally/auditLogCommand.ts";
import { eventsCommand } from "./tally/eventsCommand.ts";
import { gatewayCommands } from "./tally/gatewayCommands.ts";
import { inspectCommand } from "./tally/inspectCommand.ts";
import { tagsCommand } from "./tally/tagsCommand.ts";

const tally = new Command("npm run -s tally --")
  .description("Tallystick's command line")
  .addCommand(anchorCommand())
  .addCommand(auditLogCommand())
  .addCommand(eventsCommand())
  .addCommand(inspectCommand())
  .addCommand(tagsCommand())
  .showHelpAfterError("Its verbs are listed by: npm run -s tally -- --help");

for (const command of gatewayCommands()) tally.addCommand(command);

await tally.parseAsync();
