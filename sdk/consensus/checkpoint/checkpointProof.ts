import type { BlockHeader } from "../../chain/blockHeader.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { ConsensusProof, ProvedBlock } from "../consensusProof.ts";
import type { CheckpointTrust } from "./checkpointTrust.ts";
import type { SignedCheckpoint } from "./signedCheckpoint.ts";
import { trustedCheckpoints } from "./trustedCheckpoints.ts";

/** Who signed for a block itself; null when somebody signed for another block of that number. */
function signersOf(
  { number, hash, stateRoot }: BlockHeader,
  checkpoints: readonly SignedCheckpoint[],
): string[] {
  const about = checkpoints.filter(({ block }) => BigInt(block) === number);
  const differing = about.find((it) => it.blockHash !== hash || it.stateRoot !== stateRoot);
  if (differing === undefined) return about.map(({ account }) => account);
  const sentence = `${differing.signer} signed for another block ${number} than ${hash}.`;
  const details = { block: number.toString() };
  throw new ConsensusError("checkpoint-header-unnamed", sentence, { details });
}

/** From the last header back: each is signed for, or is the parent of one that is proved. */
function proveBackwards(
  headers: readonly BlockHeader[],
  checkpoints: readonly SignedCheckpoint[],
): ProvedBlock[] {
  const proved: ProvedBlock[] = [];
  let child: BlockHeader | undefined;
  for (const header of headers.toReversed()) {
    const { number, hash } = header;
    const details = { block: number.toString() };
    if (child !== undefined && number >= child.number) {
      const sentence = `Block ${child.number} comes after block ${number} in the proof.`;
      throw new ConsensusError("checkpoint-header-unnamed", sentence, { details });
    }
    const isParent = child?.number === number + 1n && child.parentHash === hash;
    const own = signersOf(header, checkpoints);
    const signers = own.length === 0 && isParent ? (proved.at(-1)?.signers ?? []) : own;
    if (signers.length === 0) {
      const sentence = `Nobody trusted signed for block ${number} ${hash}, nor for a block that follows it in the proof.`;
      throw new ConsensusError("checkpoint-header-unnamed", sentence, { details });
    }
    proved.push({ number, hash, signers });
    child = header;
  }
  return proved.reverse();
}

/** Blocks of engines without seals, for which auditors signed. */
export const checkpointProof: ConsensusProof<
  CheckpointTrust,
  { readonly checkpoints: readonly SignedCheckpoint[] }
> = {
  kind: "checkpoint",
  proves:
    "Somebody who is trusted signed that the ledger had this block, or one that descends from it. The engine seals " +
    "nothing, so it rests on that word alone: nobody proves that others were shown the same block.",
  verify(headers, trust, { checkpoints }) {
    const blocks = proveBackwards(headers, trustedCheckpoints(trust, checkpoints));
    const accounts = new Set(blocks.flatMap(({ signers }) => signers));
    const names = trust.signers
      .filter(({ account }) => accounts.has(account.toLowerCase()))
      .map(({ name }) => name);
    const sentence =
      blocks.length === 0
        ? "No block was to be proved."
        : `The word of ${names.join(", ")} is all that stands for ${blocks.length === 1 ? "this block" : `these ${blocks.length} blocks`}: no seals were checked, since there are none.`;
    return { kind: "checkpoint", trust: "checkpoint", blocks, sentence };
  },
};
