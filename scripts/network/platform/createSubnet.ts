import { pvm } from "@avalabs/avalanchejs";
import type { PlatformClient } from "./PlatformClient.ts";
import type { SubnetOwners } from "./subnetOwners.ts";

/** Makes a subnet that n of m members' keys own; answers its id, CB58. */
export function createSubnet(platform: PlatformClient, owners: SubnetOwners): Promise<string> {
  const { addresses, threshold } = owners;
  return platform.issue((parts, context) =>
    pvm.newCreateSubnetTx({ ...parts, subnetOwners: addresses, threshold }, context),
  );
}
