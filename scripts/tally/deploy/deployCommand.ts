import { readFile } from "node:fs/promises";
import { engineProfiles } from "@tallystick/sdk";
import { Command, Option } from "commander";
import { openOperatorKey } from "../../../gateway/permissioning/openOperatorKey.ts";
import { printOutcome } from "../printOutcome.ts";
import { deployToNode } from "./deployToNode.ts";

interface Options {
  readonly engine: keyof typeof engineProfiles;
  readonly rpc: string;
  readonly plan: string;
  readonly key: string;
  readonly passphraseFile?: string;
  readonly out: string;
  readonly json?: true;
}

const form = `
The plan is JSON: {"governance": "0x...", "operator": {"account": "0x...", "party": {"scheme": "uscc", "id": "..."},
"settlementAccount": {"bank": "...", "number": "..."}, "salt": "0x" and 64 digits}, "tagKeySetFile"?, "utcOffset"?}.
The deployer has no rights afterwards; on chains with a list of deployers it must be on that until then.`;

async function firstLine(file: string | undefined): Promise<string> {
  if (file === undefined) return "";
  const [line = ""] = (await readFile(file, "utf8")).split(/\r?\n/);
  return line;
}

/** `tally deploy`: a ledger's contracts, once, to a network that runs. */
export function deployCommand(): Command {
  return new Command("deploy")
    .description("deploy a ledger's contracts to a network that runs, and write where they are")
    .addOption(
      new Option("--engine <name>", "the network's engine")
        .choices(Object.keys(engineProfiles))
        .makeOptionMandatory(),
    )
    .requiredOption("--rpc <url>", "a node of the network")
    .requiredOption("--plan <file>", "who governs and who operates it")
    .requiredOption(
      "--key <file>",
      "the deployer's key: an encrypted Web3 keystore, or 0x and 64 digits",
    )
    .option("--passphrase-file <file>", "the keystore's passphrase, on its first line")
    .option("--out <file>", "where the deployment's file goes", "deployment.json")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", form)
    .action((options: Options) =>
      printOutcome(options.json === true, async () => {
        const { rpc, out, plan: planFile, engine } = options;
        const deployer = await openOperatorKey(
          options.key,
          await firstLine(options.passphraseFile),
        );
        const profile = engineProfiles[engine];
        return deployToNode({ rpc, profile, deployer, planFile, out });
      }),
    );
}
