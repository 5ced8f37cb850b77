import { Command } from "commander";
import { anchorCommand } from "./tally/anchorCommand.ts";
import { auditCommand } from "./tally/audit/auditCommand.ts";
import { auditLogCommand } from "./tally/auditLogCommand.ts";
import { backupCommand } from "./tally/backupCommand.ts";
import { deployCommand } from "./tally/deploy/deployCommand.ts";
import { eventsCommand } from "./tally/eventsCommand.ts";
import { evidenceCommand } from "./tally/evidence/evidenceCommand.ts";
import { gatewayCommands } from "./tally/gatewayCommands.ts";
import { inspectCommand } from "./tally/inspectCommand.ts";
import { keysCommand } from "./tally/keysCommand.ts";
import { keystoreCommand } from "./tally/keystoreCommand.ts";
import { networkCommand } from "./tally/network/networkCommand.ts";
import { projectionCommand } from "./tally/projectionCommand.ts";
import { restoreCommand } from "./tally/restoreCommand.ts";
import { tagsCommand } from "./tally/tagsCommand.ts";

const tally = new Command("npm run -s tally --")
  .description("Tallystick's command line")
  .addCommand(anchorCommand())
  .addCommand(auditCommand())
  .addCommand(auditLogCommand())
  .addCommand(deployCommand())
  .addCommand(evidenceCommand())
  .addCommand(eventsCommand())
  .addCommand(inspectCommand())
  .addCommand(keysCommand())
  .addCommand(keystoreCommand())
  .addCommand(networkCommand())
  .addCommand(tagsCommand())
  .addCommand(projectionCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .showHelpAfterError("Its verbs are listed by: npm run -s tally -- --help");

for (const command of gatewayCommands()) tally.addCommand(command);

await tally.parseAsync();
