import { Command } from "commander";
import { type AuditLogVerifyOptions, auditLogVerify } from "./auditLogVerify.ts";

type Options = AuditLogVerifyOptions & { readonly json?: true };

const codes = `
TALLYSTICK_TOKEN signs in at the gateway, as an auditor or regulator: others see their own entries alone.
Exit codes: 0 the log is whole, 1 it is not, 3 it could not be read at all.`;

async function verify(options: Options): Promise<void> {
  try {
    const result = await auditLogVerify(options);
    const { log, entries, checkpoints, anchors, fault } = result;
    if (options.json === true) console.log(JSON.stringify(result));
    else {
      const compared = anchors === null ? "no anchors compared (--rpc)" : `${anchors} anchors`;
      console.log(`Log ${log}: ${entries} entries, ${checkpoints} checkpoints, ${compared}.`);
      console.log(fault === null ? "It is whole." : fault.sentence);
    }
    if (fault !== null) process.exitCode = 1;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(message);
    if (options.json === true) console.log(JSON.stringify({ error: { message } }));
    process.exitCode = 3;
  }
}

/** What one does with a gateway's audit log from outside. */
export function auditLogCommand(): Command {
  return new Command("audit-log")
    .description("a gateway's own record of who asked for what")
    .addCommand(
      new Command("verify")
        .description("recompute the log, and compare it with what was anchored on the ledger")
        .option("--gateway <url>", "whose log it is", "http://127.0.0.1:8080")
        .option("--rpc <url>", "a node of the ledger, for the anchors")
        .option(
          "--anchors <address>",
          "the contract DocumentAnchors; asked from the gateway without it",
        )
        .option("--json", "print one JSON object on standard output")
        .addHelpText("after", codes)
        .action((options: Options) => verify(options)),
    );
}
