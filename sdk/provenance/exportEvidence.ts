import type { SignedCheckpoint } from "../consensus/checkpoint/signedCheckpoint.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { LedgerDeployment } from "../ledger/ledger.ts";
import { absenceWords } from "./absenceWords.ts";
import { carriedSignatures } from "./carriedSignatures.ts";
import { chosenReceipts } from "./chosenReceipts.ts";
import { contractsOf } from "./contractsOf.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import { evidenceNode } from "./evidenceNode.ts";
import type { EvidenceSource } from "./evidenceSource.ts";
import type { ExportGround } from "./exportGround.ts";
import { factsAt } from "./factsAt.ts";
import { gatherWords } from "./gatherWords.ts";
import { headersFor } from "./headersFor.ts";
import { keptSignatures } from "./keptSignatures.ts";
import type { LedgerWord } from "./ledgerWord.ts";
import { type LifeLogs, lifeLogs } from "./lifeLogs.ts";
import { lineageAt } from "./lineageAt.ts";
import { openedTerms } from "./openedTerms.ts";
import { provedWords } from "./provedWords.ts";
import type { ReceiptChoice } from "./receiptFor.ts";
import { receivableAt } from "./receivableAt.ts";
import type { SignedMessageOf } from "./signedHeadersFor.ts";
import { storageProofs } from "./storageProofs.ts";

export type ExportEvidenceParameters = {
  readonly deployment: LedgerDeployment;
  /** Token id. */
  readonly certificate: bigint;
  /** Number of the block at whose end everything is proved; the latest by default. */
  readonly block?: number | undefined;
  /** Documents that are opened, as `anchor prove` gives them: nothing is said of any other document. */
  readonly documents?: EvidenceBundle["documents"] | undefined;
  /** Receipts that show other things of the ledger, too. */
  readonly withReceipts?: boolean | undefined;
  /** Absence of liens is proved by their book even where the proof shows another word of it. */
  readonly withNeighbours?: boolean | undefined;
  /** Where the engine seals nothing: checkpoints that are given along; one of this block, or of a later one nearby. */
  readonly checkpoints?: readonly SignedCheckpoint[] | undefined;
  /** Where validators sign on request: what they signed about a block, as it is kept or as they are asked now. */
  readonly signedMessageOf?: SignedMessageOf | undefined;
};

export type ExportEvidenceReturnType = {
  readonly bundle: EvidenceBundle;
  /** How each certificate of the lineage came to be: with its receipt, or without it. */
  readonly receipts: readonly ReceiptChoice[];
  /** Signatures that its transactions carried and that nobody can check without a node. */
  readonly signaturesLeftOut: number;
};

const kinds = { ethereum: "checkpoint", qbft: "qbft", "subnet-evm": "warp" } as const;

type Signatures = EvidenceBundle["signatures"];
type Claims = Pick<EvidenceBundle, "signatures" | "terms" | "documents">;

async function groundOf(
  source: EvidenceSource,
  { deployment, block }: ExportEvidenceParameters,
): Promise<ExportGround> {
  const codec = await evidenceNode(source).codec();
  const node = evidenceNode(source, codec);
  const genesis = await node.header(0);
  const kind = kinds[codec.name];
  const chainId = await node.chainId();
  if (chainId !== deployment.chainId) {
    const sentence = `The node is on chain ${chainId}, the ledger on ${deployment.chainId}.`;
    throw new EvidenceError("evidence-not-exported", sentence);
  }
  const at = await node.header(block ?? "latest");
  return { node, kind, chainId, genesis, contracts: contractsOf(deployment), at };
}

function countOf({ confirmation, acceptance, endorsements }: Signatures): number {
  return [confirmation, acceptance].filter((each) => each !== null).length + endorsements.length;
}

/** What of a lineage's life can be claimed, and where it is told. */
async function lifeOf(ground: ExportGround, parameters: ExportEvidenceParameters) {
  const { node, contracts, at } = ground;
  const { certificate, deployment, documents = [] } = parameters;
  const block = Number(at.number);
  const fetchWord = ({ contract, slot }: LedgerWord) => node.word(contracts[contract], slot, block);
  const { result } = await gatherWords(fetchWord, [], (reader) => ({
    lineage: lineageAt(reader, certificate),
    receivable: receivableAt(reader, certificate >> 32n),
  }));
  const { lineage, receivable } = result;
  const certificates = lineage.map((link) => link.certificate);
  const where = { node, contracts, receivable: receivable.receivable, certificates };
  const span = { from: deployment.block, to: block };
  const logs: LifeLogs = await lifeLogs({ ...where, ...span }, receivable.confirmedAt);
  const carried = await carriedSignatures(node, contracts, logs);
  const { result: signatures } = await gatherWords(fetchWord, [], (reader) =>
    keptSignatures(reader, ground, carried, receivable, lineage),
  );
  const claims: Claims = { signatures, documents, terms: openedTerms(logs.registered, documents) };
  const left = countOf(carried) - countOf(signatures);
  return { ...result, logs, claims, fetchWord, signaturesLeftOut: left };
}

type Life = Awaited<ReturnType<typeof lifeOf>>;

function scopeOf({ contracts }: ExportGround, { lineage, receivable }: Life) {
  const holders = lineage.map(({ owner }) => BigInt(owner));
  return {
    receivable: receivable.receivable,
    certificates: new Set(lineage.map(({ certificate }) => certificate)),
    members: new Set([BigInt(receivable.obligor), ...holders]),
    receivables: contracts.receivables,
  };
}

/** A node that lies, or whose chain was reorganised meanwhile, is found out here. */
function requireProved(bundle: EvidenceBundle, stateRoot: string): void {
  try {
    factsAt(provedWords(bundle, stateRoot), bundle);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const sentence = `The node's proofs don't hold: ${reason}`;
    throw new EvidenceError("evidence-not-exported", sentence, { cause });
  }
}

/**
 * Makes a bundle of a certificate from a node with the state of the block. What the node answers is proved against the
 * block's header before the bundle is given; whether the block is the ledger's, who verifies it decides.
 *
 * @throws EvidenceError `evidence-not-exported` for a node that can't; others for a certificate that doesn't exist, or a
 * document that isn't in an anchored tree
 *
 * @example
 * import { evidenceText, exportEvidence } from "@tallystick/sdk";
 *
 * const { certificate } = await scene.issued();
 * const source = { request: ({ method, params }) => provider.send(method, params) };
 * const { bundle } = await exportEvidence(source, { deployment, certificate });
 * bundle.certificate === certificate // => true
 * evidenceText.read(evidenceText.write(bundle)) // => bundle
 */
export async function exportEvidence(
  source: EvidenceSource,
  parameters: ExportEvidenceParameters,
): Promise<ExportEvidenceReturnType> {
  const { certificate, deployment, checkpoints, signedMessageOf } = parameters;
  const { withReceipts = false, withNeighbours = false } = parameters;
  const ground = await groundOf(source, parameters);
  const life = await lifeOf(ground, parameters);
  const { node, kind, chainId, genesis, contracts, at } = ground;
  const block = Number(at.number);
  const claims = { chainId, contracts, certificate, ...life.claims };

  const optional = await absenceWords(ground, certificate, withNeighbours);
  const { words } = await gatherWords(life.fetchWord, optional, (reader) =>
    factsAt(reader, claims),
  );
  const rules = { withReceipts, sealed: kind !== "checkpoint", block };
  const choices = await chosenReceipts(node, deployment, scopeOf(ground, life), life.logs, rules);
  const receipts = choices.map(({ receipt }) => receipt).filter((each) => each !== null);
  const bundle: EvidenceBundle = {
    format: "tallystick-evidence",
    version: 1,
    genesis: genesis.hash,
    ...claims,
    block,
    ...(await headersFor(ground, receipts, { checkpoints, signedMessageOf })),
    storage: await storageProofs(node, contracts, words, block),
    receipts,
  };
  requireProved(bundle, at.stateRoot);
  return { bundle, receipts: choices, signaturesLeftOut: life.signaturesLeftOut };
}
