import type { BlockHeader } from "../../chain/blockHeader.ts";
import type { Hex } from "../../chain/hex.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { ConsensusProof, ProvedBlock } from "../consensusProof.ts";
import { verifyWarpBlocks } from "./verifyWarpBlocks.ts";
import type { WarpTrust } from "./warpTrust.ts";

/** What validators signed about one block. */
export type WarpSignature = { readonly block: bigint; readonly signedMessage: Hex };

/** Signed messages about some of the headers. */
export type WarpEvidence = { readonly signatures: readonly WarpSignature[] };

function refuse(block: bigint, sentence: string): ConsensusError {
  const details = { block: block.toString() };
  return new ConsensusError("warp-block-uncovered", sentence, { details });
}

function requireAscending(headers: readonly BlockHeader[]): void {
  for (const [at, { number }] of headers.entries()) {
    const before = headers[at - 1];
    if (before === undefined || before.number < number) continue;
    throw refuse(number, `Block ${number} comes after block ${before.number} in the proof.`);
  }
}

/** Who signed for each block that is signed for by itself. */
function signersByBlock(
  headers: readonly BlockHeader[],
  trust: WarpTrust,
  { signatures }: WarpEvidence,
): ReadonlyMap<bigint, readonly string[]> {
  const hashes = new Map(headers.map(({ number, hash }) => [number, hash]));
  const blocks = signatures.map(({ block: number, signedMessage }) => {
    const hash = hashes.get(number);
    if (hash !== undefined) return { number, hash, signedMessage };
    throw refuse(number, `Block ${number} is signed for, but has no header in the proof.`);
  });
  const signers = verifyWarpBlocks(trust, blocks);
  return new Map(
    blocks.map(({ number }, at) => [number, signers[at]?.flatMap(({ nodeIds }) => nodeIds) ?? []]),
  );
}

/** From the last header back: each is signed for, or is the parent of one that is proved. */
function proveBackwards(
  headers: readonly BlockHeader[],
  signed: ReadonlyMap<bigint, readonly string[]>,
): ProvedBlock[] {
  const proved: ProvedBlock[] = [];
  let child: BlockHeader | undefined;
  for (const header of headers.toReversed()) {
    const { number, hash } = header;
    const isParent = child?.number === number + 1n && child.parentHash === hash;
    const signers = signed.get(number) ?? (isParent ? proved.at(-1)?.signers : undefined);
    if (signers === undefined) {
      const sentence = `No validator signed for block ${number} ${hash}, nor for a block that follows it in the proof.`;
      throw refuse(number, sentence);
    }
    proved.push({ number, hash, signers });
    child = header;
  }
  return proved.reverse();
}

/** Blocks of Avalanche's chains, for whose hashes validators signed on request. */
export const warpProof: ConsensusProof<WarpTrust, WarpEvidence> = {
  kind: "warp",
  proves:
    "Validators with 67 % or more of the weight of a pinned set signed that they accepted this block, or one that descends " +
    "from it. It holds while fewer than that are dishonest; it rests on the pinned keys, since no header says who the " +
    "validators are, and it says nothing about another block of the same number that they might have signed as well.",
  verify(headers, trust, evidence) {
    requireAscending(headers);
    const signed = signersByBlock(headers, trust, evidence);
    const blocks = proveBackwards(headers, signed);
    const [first, last] = [blocks[0], blocks.at(-1)];
    const range =
      first === last
        ? `Block ${first?.number} is`
        : `${blocks.length} blocks from ${first?.number} to ${last?.number} are`;
    const sentence =
      blocks.length === 0
        ? "No block was to be proved."
        : `${range} proved by ${signed.size} messages that a quorum of the pinned validators signed.`;
    return { kind: "warp", trust: "validators", blocks, sentence };
  },
};
