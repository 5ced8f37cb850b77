import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { Deployment } from "../../sdk/contracts/deployment.ts";
import { impersonate } from "./impersonate.ts";

/** The ledger contract that counts overdue receivables, as a caller. */
export async function settlerOf({ addresses }: Deployment): Promise<HardhatEthersSigner> {
  return await impersonate(addresses.settlementRuns);
}
