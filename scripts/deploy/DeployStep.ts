import type { BaseContract } from "ethers";

/** Sends the creation of one contract, under the nonce that its address was predicted from. */
export type DeployStep = (overrides: {
  readonly nonce: number;
  readonly gasPrice: bigint;
  readonly gasLimit?: bigint;
}) => Promise<BaseContract>;
