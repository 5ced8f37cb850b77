import type { EngineProfile } from "./engineProfile.ts";
import type { EngineQuirks } from "./engineQuirks.ts";

/** go-ethereum's pools, and those that descend from it, take four slots of 32 KiB. */
const POOL_BYTES = 131_072;

const none: EngineQuirks = {
  nonceGapLimit: undefined,
  transactionBytes: undefined,
  callGasCap: undefined,
  baseFeeFloor: 0n,
  allowLists: "none",
  logsAboveHead: "none",
  sendsWaitForBlock: false,
};

/** Both run in one process of the developer's, make blocks on demand and may be cut back. */
const local = {
  gasPrice: 0n,
  blockGasLimit: 700_000_000n,
  // Below EIP-7825's cap of 16,777,216, which other chains have.
  gasLimit: 16_000_000n,
  largestGasLimit: 350_000_000n,
  blockSeconds: undefined,
  headStaleSeconds: undefined,
  maxInFlightPerSigner: 256,
  finality: "reorganising",
  finalityTag: "latest",
  consensusProof: "checkpoint",
} as const;

/**
 * The engines of a ledger.
 *
 * @example
 * import { engineProfiles } from "@tallystick/sdk";
 *
 * engineProfiles.avalanche.gasPrice // => 1n
 */
export const engineProfiles = {
  anvil: { name: "anvil", ...local, headerCodec: "ethereum", quirks: none },
  hardhat: { name: "hardhat", ...local, headerCodec: "unchecked", quirks: none },
  /** Avalanche L1 with subnet-evm, with the genesis that this repository writes. */
  avalanche: {
    name: "avalanche",
    gasPrice: 1n,
    blockGasLimit: 100_000_000n,
    gasLimit: 8_000_000n,
    largestGasLimit: 50_000_000n,
    blockSeconds: 2,
    headStaleSeconds: undefined,
    // As many as may come in a wrong order without one being dropped.
    maxInFlightPerSigner: 64,
    finality: "final",
    finalityTag: "latest",
    headerCodec: "subnet-evm",
    consensusProof: "warp",
    quirks: {
      ...none,
      nonceGapLimit: 64,
      transactionBytes: POOL_BYTES,
      callGasCap: 50_000_000n,
      baseFeeFloor: 1n,
      allowLists: "chain",
      logsAboveHead: "refused",
    },
  },
  /** Besu with QBFT, 2 s blocks and `zeroBaseFee`. Its pool takes about 4 transactions a signer unless it is private (besu#5757). */
  besu: {
    name: "besu",
    gasPrice: 0n,
    blockGasLimit: 700_000_000n,
    gasLimit: 16_000_000n,
    largestGasLimit: 350_000_000n,
    blockSeconds: 2,
    headStaleSeconds: 120,
    maxInFlightPerSigner: 4,
    finality: "final",
    finalityTag: "latest",
    headerCodec: "qbft",
    consensusProof: "qbft",
    quirks: { ...none, allowLists: "nodes" },
  },
} as const satisfies Record<string, EngineProfile>;
