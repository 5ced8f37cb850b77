import { platformAddress } from "./platformAddress.ts";

/** n of m members' keys that own a subnet. */
export interface SubnetOwners {
  /** In the order in which the P-chain keeps their addresses, which is the one that signatures follow. */
  readonly addresses: readonly Uint8Array[];
  readonly threshold: number;
  /** Positions of the signing owners among the addresses, ascending. */
  readonly signerIndices: readonly number[];
  /** Their keys in the same order. */
  readonly signerSecrets: readonly string[];
}

/** Owners from all addresses and the keys of those that sign; the first `threshold` of these keys are used. */
export function subnetOwners(
  members: readonly Uint8Array[],
  threshold: number,
  signing: readonly string[],
): SubnetOwners {
  const addresses = [...members].sort((one, other) => Buffer.compare(one, other));
  const signers = signing.slice(0, threshold).map((secret) => {
    const address = Buffer.from(platformAddress(secret));
    return { secret, index: addresses.findIndex((owner) => address.equals(owner)) };
  });
  signers.sort((one, other) => one.index - other.index);
  return {
    addresses,
    threshold,
    signerIndices: signers.map(({ index }) => index),
    signerSecrets: signers.map(({ secret }) => secret),
  };
}
