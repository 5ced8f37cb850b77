import { bytesOf } from "../../chain/bytesOf.ts";
import type { Hex } from "../../chain/hex.ts";
import { hexOf } from "../../chain/hexOf.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { type WarpKey, warpCurve } from "./warpCurve.ts";
import type { WarpValidator } from "./warpTrust.ts";

/** One key of a set, with all that it weighs. */
export type WarpSigner = {
  readonly key: WarpKey;
  readonly publicKey: Hex;
  readonly weight: bigint;
  /** More than one where validators share a key. */
  readonly nodeIds: readonly string[];
};

/** Validators in the order in which signatures count them. */
export type CanonicalWarpSet = {
  readonly signers: readonly WarpSigner[];
  readonly weight: bigint;
};

// A set proves many blocks; its keys are read once.
const known = new WeakMap<readonly WarpValidator[], CanonicalWarpSet>();

function keyOf({ nodeId, publicKey }: WarpValidator): WarpKey {
  try {
    return warpCurve.keyOf(bytesOf(publicKey));
  } catch (cause) {
    const sentence = `The key of ${nodeId} is no point of the curve's group.`;
    throw new ConsensusError("warp-trust-invalid", sentence, { cause });
  }
}

function made(validators: readonly WarpValidator[]): CanonicalWarpSet {
  const byKey = new Map<string, WarpSigner>();
  for (const validator of validators) {
    const key = keyOf(validator);
    const order = hexOf(key.toBytes(false));
    const { publicKey, weight, nodeId } = validator;
    const before = byKey.get(order) ?? { key, publicKey, weight: 0n, nodeIds: [] };
    const merged = { weight: before.weight + weight, nodeIds: [...before.nodeIds, nodeId] };
    byKey.set(order, { ...before, ...merged });
  }
  const ascending = [...byKey].sort(([left], [right]) => (left < right ? -1 : 1));
  const weight = validators.reduce((sum, each) => sum + each.weight, 0n);
  return { signers: ascending.map(([, signer]) => signer), weight };
}

/**
 * A set as the engine orders it: ascending by *uncompressed* public key, where compressed keys would sort otherwise. Validators
 * with one key are one signer.
 *
 * @throws ConsensusError `warp-trust-invalid`
 */
export function canonicalWarpSet(validators: readonly WarpValidator[]): CanonicalWarpSet {
  const set = known.get(validators) ?? made(validators);
  known.set(validators, set);
  return set;
}
