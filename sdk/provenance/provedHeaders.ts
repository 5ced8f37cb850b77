import type { BlockHeader } from "../chain/blockHeader.ts";
import { headerFromRlp } from "../chain/headerFromRlp.ts";
import { keccakHeader } from "../chain/keccakHeader.ts";
import { checkpointProof } from "../consensus/checkpoint/checkpointProof.ts";
import type { SignedCheckpoint } from "../consensus/checkpoint/signedCheckpoint.ts";
import type { ConsensusVerdict } from "../consensus/consensusProof.ts";
import { qbftBlockHash } from "../consensus/qbft/qbftBlockHash.ts";
import { qbftProof } from "../consensus/qbft/qbftProof.ts";
import { readQbftExtraData } from "../consensus/qbft/readQbftExtraData.ts";
import type { RecoverSigner } from "../consensus/qbft/recoverSigner.ts";
import { EvidenceError } from "../errors/EvidenceError.ts";
import type { EvidenceBundle } from "./evidenceBundle.ts";
import type { EvidenceTrust } from "./evidenceTrust.ts";
import type { EvidenceTrustFacts } from "./evidenceVerdict.ts";

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

function unproved(sentence: string): EvidenceError {
  return new EvidenceError("evidence-block-unproved", sentence);
}

/** Every header ties a block that matters to what is trusted; one that doesn't would show more than that. */
function requireNeeded({ block, receipts, consensus }: Bundle, headers: readonly BlockHeader[]) {
  const needed = new Set([block, ...receipts.map((receipt) => receipt.block)]);
  const numbers = new Set(headers.map(({ number }) => Number(number)));
  const last = Math.max(...needed);
  const surplus = [...numbers].find((number) => {
    if (needed.has(number)) return false;
    return consensus.kind === "qbft" ? number > last : !numbers.has(number - 1);
  });
  if (surplus === undefined) return;
  const sentence = `Nothing in the bundle needs the header of block ${surplus}.`;
  throw new EvidenceError("evidence-superfluous", sentence);
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
  throw consensus.kind === "qbft"
    ? unproved(
        "The blocks of this ledger are sealed: it takes the trusted validators to check them.",
      )
    : unproved("The blocks of this ledger have no seals: it takes the signers of checkpoints.");
}

function trustOf(verdict: ConsensusVerdict, at: BlockHeader, hops: number): EvidenceTrustFacts {
  const its = verdict.blocks.find(({ number }) => number === at.number);
  const signers = its?.signers ?? [];
  if (verdict.kind === "checkpoint") return { kind: "checkpoint", signers };
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
  const hashOf = bundle.consensus.kind === "qbft" ? qbftBlockHash : keccakHeader;
  const headers = bundle.headers.map((rlp) => headerFromRlp(rlp, hashOf));
  const verdict = proofOf(bundle, headers, trust, options);
  const blocks = new Map(headers.map((header) => [Number(header.number), header]));
  const at = blocks.get(bundle.block);
  const proved = new Set(verdict.blocks.map(({ hash }) => hash));
  if (at === undefined || !headers.every(({ hash }) => proved.has(hash))) {
    throw unproved(`Nothing in the bundle proves block ${bundle.block}.`);
  }
  requireNeeded(bundle, headers);
  const needed = new Set([bundle.block, ...bundle.receipts.map(({ block }) => block)]);
  return { at, blocks, trust: trustOf(verdict, at, headers.length - needed.size) };
}
