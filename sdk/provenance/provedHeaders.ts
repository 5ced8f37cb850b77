import { avalancheHeaders } from "../chain/avalancheHeaders.ts";
import type { BlockHeader } from "../chain/blockHeader.ts";
import { ethereumHeaders } from "../chain/ethereumHeaders.ts";
import { headerFromRlp } from "../chain/headerFromRlp.ts";
import { checkpointProof } from "../consensus/checkpoint/checkpointProof.ts";
import type { SignedCheckpoint } from "../consensus/checkpoint/signedCheckpoint.ts";
import type { ConsensusVerdict } from "../consensus/consensusProof.ts";
import { qbftHeaders } from "../consensus/qbft/qbftHeaders.ts";
import { qbftProof } from "../consensus/qbft/qbftProof.ts";
import { readQbftExtraData } from "../consensus/qbft/readQbftExtraData.ts";
import type { RecoverSigner } from "../consensus/qbft/recoverSigner.ts";
import { warpProof } from "../consensus/warp/warpProof.ts";
import { warpSetsAt } from "../consensus/warp/warpSetsAt.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceTrust } from "./evidenceTrust.ts";
import type { EvidenceTrustFacts } from "./evidenceVerdict.ts";
import { requireNeededHeaders } from "./requireNeededHeaders.ts";

/** Blocks that are the ledger's. */
export type ProvedHeaders = {
  /** The block at whose end everything is proved. */
  readonly at: BlockHeader;
  readonly blocks: ReadonlyMap<number, BlockHeader>;
  readonly trust: EvidenceTrustFacts;
};

export type ProvedHeadersOptions = {
  /** Checkpoints that came beside the bundle. */
  readonly checkpoints?: readonly SignedCheckpoint[] | undefined;
  /** In JavaScript by default. */
  readonly recover?: RecoverSigner | undefined;
};

type Bundle = Pick<EvidenceBundle, "headers" | "consensus" | "block" | "receipts">;

const codecs = { qbft: qbftHeaders, checkpoint: ethereumHeaders, warp: avalancheHeaders } as const;
const needs = {
  qbft: "The blocks of this ledger are sealed: it takes the trusted validators to check them.",
  checkpoint: "The blocks of this ledger have no seals: it takes the signers of checkpoints.",
  warp: "Validators signed for the blocks of this ledger: it takes their pinned keys to check them.",
} as const;

function unproved(sentence: string): EvidenceError {
  return new EvidenceError("evidence-block-unproved", sentence);
}

function proofOf(
  { consensus }: Bundle,
  headers: readonly BlockHeader[],
  trust: EvidenceTrust,
  { checkpoints = [], recover }: ProvedHeadersOptions,
): ConsensusVerdict {
  if (consensus.kind === "qbft" && trust.kind === "qbft") {
    return qbftProof.verify(headers, trust, recover === undefined ? {} : { recover });
  }
  if (consensus.kind === "checkpoint" && trust.kind === "checkpoint") {
    const { chainId, genesis: genesisHash, signers } = trust;
    const evidence = { checkpoints: [...consensus.checkpoints, ...checkpoints] };
    return checkpointProof.verify(headers, { chainId, genesisHash, signers }, evidence);
  }
  if (consensus.kind === "warp" && trust.kind === "warp") {
    const signatures = consensus.signatures.map(({ block, message }) => ({
      block: BigInt(block),
      signedMessage: message,
    }));
    return warpProof.verify(headers, trust.warp, { signatures });
  }
  throw unproved(needs[consensus.kind]);
}

function trustOf(
  verdict: ConsensusVerdict,
  trust: EvidenceTrust,
  at: BlockHeader,
  hops: number,
): EvidenceTrustFacts {
  const its = verdict.blocks.find(({ number }) => number === at.number);
  const signers = its?.signers ?? [];
  if (verdict.kind === "checkpoint") return { kind: "checkpoint", signers };
  if (trust.kind === "warp") {
    const [set] = warpSetsAt(trust.warp, at.number);
    const validators = set?.validators.length ?? 0;
    return { kind: "validators", sealers: signers, validators, hops: 0 };
  }
  const { validators } = readQbftExtraData(at.extraData);
  return { kind: "validators", sealers: signers, validators: validators.length, hops };
}

/**
 * The headers of a bundle, each proved to be the ledger's.
 *
 * @throws EvidenceError `evidence-block-unproved`, `evidence-superfluous`; ConsensusError; ChainProofError
 */
export function provedHeaders(
  bundle: Bundle,
  trust: EvidenceTrust,
  options: ProvedHeadersOptions = {},
): ProvedHeaders {
  const codec = codecs[bundle.consensus.kind];
  const headers = bundle.headers.map((rlp) => headerFromRlp(rlp, codec));
  const verdict = proofOf(bundle, headers, trust, options);
  const blocks = new Map(headers.map((header) => [Number(header.number), header]));
  const at = blocks.get(bundle.block);
  const proved = new Set(verdict.blocks.map(({ hash }) => hash));
  if (at === undefined || !headers.every(({ hash }) => proved.has(hash))) {
    throw unproved(`Nothing in the bundle proves block ${bundle.block}.`);
  }
  requireNeededHeaders(bundle, headers);
  const needed = new Set([bundle.block, ...bundle.receipts.map(({ block }) => block)]);
  return { at, blocks, trust: trustOf(verdict, trust, at, headers.length - needed.size) };
}
