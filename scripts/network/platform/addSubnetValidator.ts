import { pvm } from "@avalabs/avalanchejs";
import type { PlatformClient } from "./PlatformClient.ts";
import type { SubnetOwners } from "./subnetOwners.ts";

/** A validator of a subnet. */
export interface NewSubnetValidator {
  readonly subnetId: string;
  readonly nodeId: string;
  /** Far above the sample size, so that sampling stays random (see `subnetConfig`). */
  readonly weight: bigint;
  /** Second at which it stops being one; not later than its primary network's. */
  readonly end: bigint;
}

/** Lets a node validate a subnet, signed by the subnet's owners; answers the transaction's id. */
export function addSubnetValidator(
  platform: PlatformClient,
  owners: SubnetOwners,
  { subnetId, nodeId, weight, end }: NewSubnetValidator,
): Promise<string> {
  const { signerIndices: subnetAuth, signerSecrets } = owners;
  // The start is no longer looked at: a validator begins when its transaction is committed.
  const start = BigInt(Math.floor(Date.now() / 1000));
  const validator = { subnetId, nodeId, weight, start, end, subnetAuth };
  return platform.issue(
    (parts, context) => pvm.newAddSubnetValidatorTx({ ...parts, ...validator }, context),
    signerSecrets,
  );
}
