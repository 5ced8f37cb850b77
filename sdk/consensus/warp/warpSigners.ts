import { ConsensusError } from "../../errors/ConsensusError.ts";
import type { CanonicalWarpSet, WarpSigner } from "./canonicalWarpSet.ts";
import { hasWarpQuorum } from "./hasWarpQuorum.ts";
import { type WarpKey, warpCurve } from "./warpCurve.ts";

/** Signers whose bits are set, and their common key. */
export type WarpSigners = { readonly signers: readonly WarpSigner[]; readonly key: WarpKey };

// The same signers prove most blocks: their keys are added once.
const known = new WeakMap<CanonicalWarpSet, Map<bigint, WarpSigners>>();
const MOST_KEPT = 64;

/**
 * Who signed, by the bits of a signature.
 *
 * @throws ConsensusError `warp-signer-unknown`, `warp-quorum-missing`
 */
export function warpSigners(set: CanonicalWarpSet, bits: bigint): WarpSigners {
  const kept = known.get(set) ?? new Map<bigint, WarpSigners>();
  known.set(set, kept);
  const before = kept.get(bits);
  if (before !== undefined) return before;
  if (bits >> BigInt(set.signers.length) !== 0n) {
    const sentence = `A signer beyond the ${set.signers.length} validators is named.`;
    throw new ConsensusError("warp-signer-unknown", sentence);
  }
  const signers = set.signers.filter((_, at) => ((bits >> BigInt(at)) & 1n) === 1n);
  const weight = signers.reduce((sum, signer) => sum + signer.weight, 0n);
  if (signers.length === 0 || !hasWarpQuorum(weight, set.weight)) {
    const sentence = `${signers.length} of ${set.signers.length} validators signed, with a weight of ${weight} of ${set.weight}: less than 67 %.`;
    const details = { weight: weight.toString(), whole: set.weight.toString() };
    throw new ConsensusError("warp-quorum-missing", sentence, { details });
  }
  const found = { signers, key: warpCurve.sumOfKeys(signers.map(({ key }) => key)) };
  if (kept.size < MOST_KEPT) kept.set(bits, found);
  return found;
}
