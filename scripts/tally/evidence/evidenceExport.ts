import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { EvidenceError } from "../../../sdk/errors/EvidenceError.ts";
import { readDeployment } from "../../../sdk/node/readDeployment.ts";
import { evidenceText } from "../../../sdk/provenance/evidenceText.ts";
import { exportEvidence } from "../../../sdk/provenance/exportEvidence.ts";
import type { ReceiptChoice } from "../../../sdk/provenance/receiptFor.ts";
import { askingValidators } from "./askingValidators.ts";
import { evidenceInput } from "./evidenceInput.ts";
import { nodeSource } from "./nodeSource.ts";
import { readCheckpoints } from "./readCheckpoints.ts";

export type EvidenceExportOptions = {
  readonly rpc: string;
  readonly deployment: string;
  readonly out: string;
  readonly block?: string;
  readonly documents?: readonly string[];
  readonly checkpoint?: readonly string[];
  readonly validators?: string;
  readonly warpUrl?: readonly string[];
  readonly withReceipts?: true;
  readonly withNeighbours?: true;
};

/** What came of an export, and what its reader will see beside the lineage. */
export type EvidenceExported = {
  readonly file: string;
  readonly certificate: bigint;
  readonly block: number;
  readonly bytes: number;
  /** Certificates whose receipts are in it, and what else those show. */
  readonly receipts: readonly {
    readonly certificate: bigint;
    readonly discloses: readonly string[];
  }[];
  /** Certificates whose receipts are left out, and what they would have shown. */
  readonly withoutReceipt: readonly {
    readonly certificate: bigint;
    readonly wouldDisclose: readonly string[];
  }[];
  readonly signaturesLeftOut: number;
};

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
/** What `anchor prove` prints. */
const opening = z
  .object({ root: hash, salt: hash, digest: hash, proof: z.array(hash) })
  .transform(({ root, salt, digest, proof }) => ({ root, salt, digest, proof }));

/** A token id, or receivable and serial with a dash between, as pages show it. */
function certificateOf(text: string): bigint {
  const [, receivable, serial] = /^(\d{1,10})-(\d{1,10})$/.exec(text) ?? [];
  if (receivable !== undefined && serial !== undefined) {
    return (BigInt(receivable) << 32n) | BigInt(serial);
  }
  if (/^\d{1,20}$/.test(text)) return BigInt(text);
  throw new EvidenceError("evidence-unreadable", `"${text}" is no certificate.`);
}

function blockOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new EvidenceError("evidence-unreadable", `"${text}" is no number of a block.`);
}

async function openingIn(file: string) {
  const text = await evidenceInput(file);
  try {
    return opening.parse(JSON.parse(text));
  } catch (cause) {
    const sentence = `${file} is not what "anchor prove --json" prints.`;
    throw new EvidenceError("evidence-unreadable", sentence, { cause });
  }
}

function split(receipts: readonly ReceiptChoice[]) {
  const shown = receipts.filter(({ receipt }) => receipt !== null);
  const left = receipts.filter(({ receipt }) => receipt === null);
  return {
    receipts: shown.map(({ certificate, others }) => ({ certificate, discloses: others })),
    withoutReceipt: left.map(({ certificate, others }) => ({ certificate, wouldDisclose: others })),
  };
}

/** Writes the bundle of one certificate to a file. */
export async function evidenceExport(
  certificateText: string,
  options: EvidenceExportOptions,
): Promise<EvidenceExported> {
  const certificate = certificateOf(certificateText);
  const { bundle, receipts, signaturesLeftOut } = await exportEvidence(nodeSource(options.rpc), {
    deployment: await readDeployment(options.deployment),
    certificate,
    block: blockOf(options.block),
    documents: await Promise.all((options.documents ?? []).map(openingIn)),
    checkpoints: await readCheckpoints(options.checkpoint),
    signedMessageOf: await askingValidators(options),
    withReceipts: options.withReceipts,
    withNeighbours: options.withNeighbours,
  });
  const text = evidenceText.write(bundle);
  await writeFile(options.out, text);
  const made = { file: options.out, certificate, block: bundle.block, bytes: text.length };
  return { ...made, ...split(receipts), signaturesLeftOut };
}
