import { utils } from "@avalabs/avalanchejs";
import type { NetworkKeys } from "../keys/networkKeys.ts";
import { platformAddress } from "../platform/platformAddress.ts";
import { contractChainGenesis } from "./contractChainGenesis.ts";

/** The engine's prefix of addresses on networks that it doesn't know by name. */
const PREFIX = "custom";
const MEGA_COIN = 1e15;
const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;
/** Between the ends of two validators' stakes, so that they can be renewed one by one. */
const OFFSET_SECONDS = 5_400;
/** Of the funding key, so that as many transactions can be under way at once. */
const COINS = 32;
const NOBODY = `0x${"00".repeat(20)}`;

/** What a genesis is made of. */
export interface PlatformGenesisOptions {
  readonly networkId: number;
  readonly keys: NetworkKeys;
  /** Second at which the network begins; in the past. */
  readonly startTime: number;
}

/** Genesis of the network of validators itself: who they are, and the coin that pays for subnets and chains. */
export function platformGenesis({ networkId, keys, startTime }: PlatformGenesisOptions) {
  const address = (bytes: Uint8Array): string => utils.format("X", PREFIX, bytes);
  const funding = address(platformAddress(keys.fundingSecret));
  // The stake belongs to an address whose key nobody has: it only makes the validators equal.
  const stake = address(Buffer.alloc(20, 0x5a));
  const staked = keys.validators.length * MEGA_COIN;
  return {
    networkID: networkId,
    allocations: [
      {
        ethAddr: NOBODY,
        avaxAddr: stake,
        initialAmount: 0,
        unlockSchedule: [{ amount: staked, locktime: startTime + 7 * DAY_SECONDS }],
      },
      {
        ethAddr: NOBODY,
        avaxAddr: funding,
        initialAmount: MEGA_COIN,
        unlockSchedule: Array.from({ length: COINS }, () => ({ amount: MEGA_COIN })),
      },
    ],
    startTime,
    initialStakeDuration: YEAR_SECONDS,
    initialStakeDurationOffset: OFFSET_SECONDS,
    initialStakedFunds: [stake],
    initialStakers: keys.validators.map(({ nodeId, publicKey, proofOfPossession }) => ({
      nodeID: nodeId,
      rewardAddress: funding,
      delegationFee: 1_000_000,
      signer: { publicKey, proofOfPossession },
    })),
    cChainGenesis: JSON.stringify(contractChainGenesis),
    message: "tallystick",
  };
}
