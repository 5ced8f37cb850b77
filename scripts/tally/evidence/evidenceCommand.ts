import { Command } from "commander";
import {
  type EvidenceExported,
  type EvidenceExportOptions,
  evidenceExport,
} from "./evidenceExport.ts";
import { type EvidenceVerifyOptions, evidenceVerify } from "./evidenceVerify.ts";
import { reportEvidence } from "./reportEvidence.ts";
import { verdictLines } from "./verdictLines.ts";

type Json = { readonly json?: true };

const codes = `
Exit codes: 0 exported or proved, 1 refused, 3 something could not be read.`;
const jsonOption = ["--json", "print one JSON object on standard output"] as const;
const checkpointOption = [
  "--checkpoint <files...>",
  "checkpoints that auditors signed, for a ledger whose blocks have no seals",
] as const;

function exportedLines({ file, bytes, block, ...left }: EvidenceExported): readonly string[] {
  const named = (events: readonly string[]): string => [...new Set(events)].join(", ");
  return [
    `${file}: certificate ${left.certificate} as of block ${block}, ${bytes} bytes.`,
    ...left.receipts
      .filter(({ discloses }) => discloses.length > 0)
      .map(
        ({ certificate, discloses }) =>
          `DISCLOSES with the receipt of ${certificate}: ${named(discloses)}`,
      ),
    ...left.withoutReceipt.map(
      ({ certificate, wouldDisclose }) =>
        `Without the receipt of ${certificate}: ${named(wouldDisclose) || "it is too far from the block for a chain of headers"}`,
    ),
    ...(left.signaturesLeftOut > 0
      ? [`${left.signaturesLeftOut} signatures are left out, which need a node to be checked.`]
      : []),
  ];
}

function exporting(): Command {
  return new Command("export")
    .description("write one file that proves a certificate's provenance without any network")
    .argument("<certificate>", "its number, or receivable and serial as 12-3")
    .requiredOption("--rpc <url>", "a node with the state of the block")
    .requiredOption("--out <file>", "where the bundle is written")
    .option("--deployment <file>", "where the ledger is", ".tallystick/deployment.json")
    .option("--block <number>", "as of the end of this block; the latest without it")
    .option("--documents <files...>", "documents to open: what `anchor prove --json` printed")
    .option(...checkpointOption)
    .option("--validators <file>", "pinned keys of validators that sign on request (Avalanche)")
    .option("--warp-url <urls...>", "a node of each of them, which are asked; --rpc without it")
    .option("--with-receipts", "receipts that show other things of the ledger, too")
    .option("--with-neighbours", "absence of liens from their book, whatever other word that shows")
    .option(...jsonOption)
    .action((certificate: string, options: EvidenceExportOptions & Json) =>
      reportEvidence(options.json, () => evidenceExport(certificate, options), exportedLines),
    );
}

function verifying(): Command {
  return new Command("verify")
    .description(
      "check a bundle, with no network: what it proves, on whose word, and what it doesn't",
    )
    .argument("<file>", "the bundle")
    .option(
      "--validators <file>",
      "{chainId, genesis, contracts, validators}: the trusted start set; or with {kind: warp, networkId, blockchainId, sets}",
    )
    .option(
      "--checkpoint-signers <file>",
      "{chainId, genesis, contracts, signers: [{name, account}]}, where blocks have no seals",
    )
    .option(...checkpointOption)
    .option("--not-before <time>", "refuse a block before this time (RFC 3339) as stale")
    .option(...jsonOption)
    .action((file: string, options: EvidenceVerifyOptions & Json) =>
      reportEvidence(options.json, () => evidenceVerify(file, options), verdictLines),
    );
}

/** Bundles that stand alone. */
export function evidenceCommand(): Command {
  return new Command("evidence")
    .description("files that prove a certificate's provenance to anybody, without any network")
    .addHelpText("after", codes)
    .addCommand(exporting())
    .addCommand(verifying());
}
