import type { LedgerDeployment } from "@tallystick/sdk";
import type { Ledger } from "./ledger.ts";

/** The served ledger as the SDK's actions take it. */
export function sdkDeployment(ledger: Ledger): LedgerDeployment {
  const { chainId, startBlock, contracts } = ledger;
  const addresses = Object.fromEntries(contracts.map(({ name, address }) => [name, address]));
  // The deployment was read by the SDK's own list of contracts, so that none is missing.
  return { chainId, block: startBlock, addresses } as LedgerDeployment;
}
