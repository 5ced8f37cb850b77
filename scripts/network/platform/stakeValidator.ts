import { networkIDs, pvm } from "@avalabs/avalanchejs";
import type { PlatformClient } from "./PlatformClient.ts";
import { platformAddress } from "./platformAddress.ts";

/** A node that joins the network of validators itself, before it may validate a subnet. */
export interface NewStaker {
  readonly nodeId: string;
  /** BLS key and the proof that its holder has it; 0x and hex. */
  readonly publicKey: string;
  readonly proofOfPossession: string;
  /** Second at which its stake ends; at most a year ahead. */
  readonly end: bigint;
}

/** Nano-coins: nearly as much as each validator of the genesis file has, so that none weighs more than another. */
const STAKE = 900_000_000_000_000n;
/** All of it, in millionths: nobody delegates here. */
const DELEGATION_FEE = 1_000_000;

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex.slice(2), "hex");

/** Stakes the funding key's coin for a node; answers the transaction's id. The stake can't be taken back before its end. */
export function stakeValidator(
  platform: PlatformClient,
  fundingSecret: string,
  { nodeId, publicKey, proofOfPossession, end }: NewStaker,
): Promise<string> {
  const owner = [platformAddress(fundingSecret)];
  return platform.issue((parts, context) =>
    pvm.newAddPermissionlessValidatorTx(
      {
        ...parts,
        nodeId,
        end,
        subnetId: networkIDs.PrimaryNetworkID.toString(),
        // The start is no longer looked at: the stake begins when its transaction is committed.
        start: BigInt(Math.floor(Date.now() / 1_000)),
        weight: STAKE,
        shares: DELEGATION_FEE,
        publicKey: bytesOf(publicKey),
        signature: bytesOf(proofOfPossession),
        rewardAddresses: owner,
        delegatorRewardsOwner: owner,
      },
      context,
    ),
  );
}
