import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { chain } from "./chain.ts";

/** Any address as a caller, ledger contracts included; gas is free on the test chain. */
export async function impersonate(address: string): Promise<HardhatEthersSigner> {
  return await chain.ethers.getImpersonatedSigner(address);
}
