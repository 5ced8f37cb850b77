import { pvm } from "@avalabs/avalanchejs";
import type { PlatformClient } from "./PlatformClient.ts";
import type { SubnetOwners } from "./subnetOwners.ts";

/** A chain to make. */
export interface NewChain {
  readonly subnetId: string;
  readonly name: string;
  readonly vmId: string;
  readonly genesis: Readonly<Record<string, unknown>>;
}

/** Makes a chain on a subnet, signed by its owners; answers its id, CB58. */
export function createChain(
  platform: PlatformClient,
  owners: SubnetOwners,
  { subnetId, name, vmId, genesis }: NewChain,
): Promise<string> {
  const chain = { subnetId, chainName: name, vmId, fxIds: [], genesisData: { ...genesis } };
  const { signerIndices: subnetAuth, signerSecrets } = owners;
  return platform.issue(
    (parts, context) => pvm.newCreateChainTx({ ...parts, ...chain, subnetAuth }, context),
    signerSecrets,
  );
}
