import { writeFile } from "node:fs/promises";
import { WarpCollector, warpNode, warpSetChange } from "@tallystick/sdk";
import { Command } from "commander";
import { hexlify } from "ethers";
import { AuditFailure } from "../checkpoint/AuditFailure.ts";
import { printFinding } from "../checkpoint/printFinding.ts";
import { pinnedFile } from "./pinnedFile.ts";

type Json = { readonly json?: true };

const codes = `
FILE is validators.json with the new set as its last one. Each operator of the set before puts the message into its chain's
configuration as warp-off-chain-messages and starts its node again; then confirm collects what they sign.
Exit codes: 0 done, 3 it could not be.`;

async function propose(file: string) {
  const { before, next } = await pinnedFile(file);
  const message = hexlify(warpSetChange(before, next));
  const sentence = JSON.stringify({ "warp-off-chain-messages": [message] });
  return { answer: { message, fromBlock: next.fromBlock.toString() }, sentence };
}

async function confirm(file: string, urls: readonly string[], out: string) {
  const { json, before, next } = await pinnedFile(file);
  const collector = new WarpCollector(
    before,
    urls.map((url) => warpNode(url)),
  );
  const said = await collector.collectChange(next);
  if (said.outcome === "missing") {
    const reasons = [...said.refused, ...said.silent].join("; ");
    throw new AuditFailure(`Only ${said.signed} validators agree: ${reasons}`);
  }
  const sets = json.sets.with(-1, { ...json.sets.at(-1), signedChange: said.signedMessage });
  await writeFile(out, `${JSON.stringify({ ...json, sets }, null, 2)}\n`);
  const signers = said.signers.flatMap(({ nodeIds }) => nodeIds);
  const sentence = `${out}: ${signers.length} validators agreed to those from block ${next.fromBlock} on.`;
  return { answer: { file: out, signers }, sentence };
}

/** `tally audit validators`: a change of the pinned validators, agreed to by those before. */
export function validatorsCommand(): Command {
  const verb = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .argument("<file>", "the pinned validators, with the new set")
      .option("--json", "print one JSON object on standard output")
      .addHelpText("after", codes);
  return new Command("validators")
    .description("have a change of the pinned validators signed by those before (Avalanche)")
    .addCommand(
      verb("propose", "the message that those before are to sign").action(
        (file: string, { json }: Json) => printFinding(json === true, () => propose(file)),
      ),
    )
    .addCommand(
      verb("confirm", "collect what they signed, and write it into the file")
        .requiredOption("--warp-url <urls...>", "a node of each of those before")
        .requiredOption("--out <file>", "where the file is written")
        .action(
          (
            file: string,
            its: Json & { readonly warpUrl: readonly string[]; readonly out: string },
          ) => printFinding(its.json === true, () => confirm(file, its.warpUrl, its.out)),
        ),
    );
}
