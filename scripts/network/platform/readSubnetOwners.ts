import type { pvm } from "@avalabs/avalanchejs";

/** Who may change a subnet, as the P-chain keeps it. */
export interface KnownSubnetOwners {
  /** Addresses in the order that signatures follow. */
  readonly owners: readonly string[];
  /** How many of them sign. */
  readonly threshold: number;
}

/** Asks a validator for a subnet's owners. */
export async function readSubnetOwners(
  api: pvm.PVMApi,
  subnetID: string,
): Promise<KnownSubnetOwners> {
  const { controlKeys, threshold } = await api.getSubnet({ subnetID });
  return { owners: controlKeys, threshold: Number(threshold) };
}
