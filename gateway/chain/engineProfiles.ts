import type { EngineProfile } from "./engineProfile.ts";

/**
 * The engines of the design. Besu's pool takes about 4 transactions a signer unless its private profile is on
 * (besu#5757); anvil and Hardhat take any number. Gas limits: 16,000,000 is below EIP-7825's cap of 16,777,216.
 */
export const engineProfiles = {
  anvil: {
    name: "anvil",
    gasPrice: 0n,
    gasLimit: 16_000_000n,
    maxInFlightPerSigner: 256,
    finality: "reorganising",
    headers: "ethereum",
    headStaleSeconds: undefined,
  },
  hardhat: {
    name: "hardhat",
    gasPrice: 0n,
    gasLimit: 16_000_000n,
    maxInFlightPerSigner: 256,
    finality: "reorganising",
    headers: "unchecked",
    headStaleSeconds: undefined,
  },
  avalanche: {
    name: "avalanche",
    gasPrice: 1n,
    gasLimit: 8_000_000n,
    maxInFlightPerSigner: 16,
    finality: "final",
    headers: "unchecked",
    headStaleSeconds: undefined,
  },
  besu: {
    name: "besu",
    gasPrice: 0n,
    gasLimit: 16_000_000n,
    maxInFlightPerSigner: 4,
    finality: "final",
    headers: "unchecked",
    headStaleSeconds: 120,
  },
} as const satisfies Record<string, EngineProfile>;
