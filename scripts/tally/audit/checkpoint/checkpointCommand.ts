import { Command } from "commander";
import {
  type CompareCheckpointsOptions,
  compareCheckpointFiles,
} from "./compareCheckpointFiles.ts";
import { printFinding } from "./printFinding.ts";
import { type PublishCheckpointOptions, publishCheckpoint } from "./publishCheckpoint.ts";
import { type VerifyCheckpointOptions, verifyCheckpointFile } from "./verifyCheckpointFile.ts";

type Json = { readonly json?: true };

const codes = `
Exit codes: 0 clean, 1 something is wrong, 3 it could not be checked.`;
const signers = "JSON that says whom you trust: {chainId, genesis, signers: [{name, account}]}";

function verb(name: string, description: string, more = ""): Command {
  return new Command(name)
    .description(description)
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", `${more}${codes}`);
}

function publish(): Command {
  const help = `
A gateway's digests are that gateway's word; --digests takes those of your own replay.
TALLYSTICK_TOKEN signs in at the gateway, as an auditor or regulator.`;
  return verb("publish", "sign what your node has at a block, for others to compare", help)
    .requiredOption("--rpc <url>", "your own node")
    .requiredOption("--name <name>", "who you are, as others know you")
    .requiredOption("--keystore <file>", "your key, as an encrypted Web3 keystore")
    .requiredOption("--passphrase-file <file>", "its passphrase, on the first line")
    .option("--block <number>", "which block; that of the digests, or the newest final one")
    .option("--digests <file>", "digests of the state: report.json of your replay")
    .option("--gateway <url>", "a gateway whose digests you sign instead")
    .option("--out <file>", "where the checkpoint is written; standard output has it too")
    .action(({ json, ...options }: PublishCheckpointOptions & Json) =>
      printFinding(json === true, async () => {
        const signed = await publishCheckpoint(options);
        return { answer: signed, sentence: JSON.stringify(signed, null, 2) };
      }),
    );
}

function verify(): Command {
  return verb("verify", "whether somebody you trust signed a checkpoint, and your node agrees")
    .argument("<file>", "the checkpoint")
    .requiredOption("--checkpoint-signers <file>", signers)
    .option("--rpc <url>", "your own node")
    .action((file: string, { json, ...options }: VerifyCheckpointOptions & Json) =>
      printFinding(json === true, async () => {
        const { checkpoint, sentence } = await verifyCheckpointFile(file, options);
        const { block, blockHash, signer, account } = checkpoint;
        return { answer: { block, blockHash, signer, account, sentence }, sentence };
      }),
    );
}

function compare(): Command {
  return verb("compare", "whether two auditors were shown the same ledger")
    .argument("<file>", "a checkpoint")
    .argument("<other>", "another auditor's")
    .option("--checkpoint-signers <file>", signers)
    .option("--rpc <url>", "a node, for the headers between two blocks")
    .action((file: string, other: string, { json, ...options }: CompareCheckpointsOptions & Json) =>
      printFinding(json === true, async () => {
        const answer = await compareCheckpointFiles([file, other], options);
        const { outcome, sentence } = answer;
        if (outcome === "agree") return { answer, sentence };
        return { answer, sentence, exitCode: outcome === "not-comparable" ? 3 : 1 };
      }),
    );
}

/** `tally audit checkpoint`: what an auditor states of a ledger, and comparing it with what others state. */
export function checkpointCommand(): Command {
  return new Command("checkpoint")
    .description("signed statements of what a ledger was at a block")
    .addCommand(publish())
    .addCommand(compare())
    .addCommand(verify());
}
