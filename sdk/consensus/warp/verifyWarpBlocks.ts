import { canonicalWarpSet, type WarpSigner } from "./canonicalWarpSet.ts";
import { signedWarpMessage } from "./signedWarpMessage.ts";
import { type SignedWarpBlock, verifyWarpBlock } from "./verifyWarpBlock.ts";
import { warpBytes } from "./warpBytes.ts";
import { type WarpPoint, warpCurve } from "./warpCurve.ts";
import { warpMessage } from "./warpMessage.ts";
import { warpSetsAt } from "./warpSetsAt.ts";
import { type WarpSigners, warpSigners } from "./warpSigners.ts";
import type { WarpTrust } from "./warpTrust.ts";
import { weighedSum } from "./weighedSum.ts";

type Read = {
  readonly signers: WarpSigners;
  readonly message: WarpPoint;
  readonly signature: WarpPoint;
  readonly weight: bigint;
};

/** A number that nobody could know before: what is wrong in two blocks can't cancel out but once in 2^64 times. */
function weightOf(): bigint {
  const [weight = 0n] = crypto.getRandomValues(new BigUint64Array(1));
  return weight === 0n ? 1n : weight;
}

/** A block's parts, as its own set reads them; undefined when something is wrong, which is then looked at by itself. */
function readOf(trust: WarpTrust, { number, hash, signedMessage }: SignedWarpBlock) {
  try {
    const signed = signedWarpMessage.read(signedMessage);
    const message = warpMessage.ofBlock(trust, hash);
    const [set] = warpSetsAt(trust, number);
    if (set === undefined || !warpBytes.isEqual(message, signed.unsigned)) return undefined;
    const signers = warpSigners(canonicalWarpSet(set.validators), signed.signers);
    const signature = warpCurve.pointOf(signed.signature);
    return { signers, message: warpCurve.hash(message), signature, weight: weightOf() };
  } catch {
    return undefined;
  }
}

/** `e(generator, sum of r * signature)` is the product, over sets of signers, of `e(their key, sum of r * message)`. */
function holdTogether(reads: readonly Read[]): boolean {
  const groups = Map.groupBy(reads, ({ signers }) => signers);
  const sum = (points: readonly WarpPoint[], of: readonly Read[]): WarpPoint =>
    weighedSum(
      points,
      of.map(({ weight }) => weight),
    );
  const pairs = [...groups].map(([{ key }, own]) => {
    const points = own.map(({ message }) => message);
    return { key, message: sum(points, own) };
  });
  const signatures = reads.map(({ signature }) => signature);
  return warpCurve.holds(pairs, sum(signatures, reads));
}

/**
 * Checks many blocks at once: one pairing for each set of signers that occurs, and one for all signatures. A batch that does not
 * hold is checked block by block, so that the block that is wrong is named.
 *
 * @returns who signed each block
 * @throws ConsensusError as `verifyWarpBlock`
 */
export function verifyWarpBlocks(
  trust: WarpTrust,
  blocks: readonly SignedWarpBlock[],
): readonly (readonly WarpSigner[])[] {
  const one = (block: SignedWarpBlock) => verifyWarpBlock(trust, block);
  if (blocks.length < 2) return blocks.map(one);
  const reads = blocks.map((block) => readOf(trust, block));
  const whole = reads.filter((read) => read !== undefined);
  if (whole.length === blocks.length && holdTogether(whole)) {
    return whole.map(({ signers }) => signers.signers);
  }
  return blocks.map(one);
}
