import { Command } from "commander";
import { verifyInclusion } from "../../sdk/anchors/verifyInclusion.ts";
import { BaseError } from "../../sdk/errors/BaseError.ts";
import { type AnchorBuildOptions, anchorBuild } from "./anchorBuild.ts";
import { anchorProve } from "./anchorProve.ts";

type Json = { readonly json?: true };
type VerifyOptions = Json & {
  readonly root: string;
  readonly salt: string;
  readonly digest: string;
  readonly proof: string;
};

const codes = `
Exit codes: 0 done, 1 the document is not below the root, 3 something could not be read.`;
const jsonOption = ["--json", "print one JSON object on standard output"] as const;

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Prints what a verb answers, for people or as one JSON object. */
async function report(json: boolean | undefined, work: () => Promise<object>): Promise<void> {
  try {
    const answer = await work();
    const lines = Object.entries(answer).map(([name, value]) => `${name}: ${shown(value)}`);
    console.log(json === true ? JSON.stringify(answer) : lines.join("\n"));
  } catch (error) {
    // Any other error is a fault of this program, and its stack is worth seeing.
    if (!(error instanceof BaseError)) throw error;
    const { code, message } = error;
    console.error(message);
    if (json === true) console.log(JSON.stringify({ error: { code, message } }));
    process.exitCode = 3;
  }
}

function build(): Command {
  return new Command("build")
    .description("salt documents and make the root that is anchored; the manifest keeps the salts")
    .argument("<source>", "a folder, or a list that sha256sum wrote")
    .requiredOption("--out <file>", "where the manifest is written; it is confidential")
    .option(...jsonOption)
    .action((source: string, options: AnchorBuildOptions & Json) =>
      report(options.json, () => anchorBuild(source, options)),
    );
}

function prove(): Command {
  return new Command("prove")
    .description("what proves one document of a manifest, and nothing about the others")
    .argument("<manifest>", "what build wrote")
    .argument("<name>", "name of the document")
    .option(...jsonOption)
    .action((manifest: string, name: string, options: Json) =>
      report(options.json, () => anchorProve(manifest, name)),
    );
}

async function verified({ root, salt, digest, proof }: VerifyOptions) {
  const hashes = proof === "" ? [] : proof.split(",");
  const included = verifyInclusion(root, { salt, digest }, hashes);
  if (!included) process.exitCode = 1;
  return { root, digest, included };
}

function verify(): Command {
  return new Command("verify")
    .description("whether a document lies below a root; what became of the root, the ledger says")
    .requiredOption("--root <hash>", "the anchored root")
    .requiredOption("--salt <hash>", "salt of the document")
    .requiredOption("--digest <hash>", "digest of the document")
    .option("--proof <hashes>", "hashes beside its path, with commas between", "")
    .option(...jsonOption)
    .action((options: VerifyOptions) => report(options.json, () => verified(options)));
}

/** Trees of documents: they need neither a ledger nor compiled contracts. */
export function anchorCommand(): Command {
  return new Command("anchor")
    .description("trees of documents: build one, prove a document of it, check a proof")
    .addHelpText("after", codes)
    .addCommand(build())
    .addCommand(prove())
    .addCommand(verify());
}
