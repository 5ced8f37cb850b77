import type { LedgerContract } from "../chain/ledgerContract.ts";

/** The deployed ledger that a gateway serves. */
export interface Ledger {
  readonly chainId: number;
  /** First block that can hold one of its events. */
  readonly startBlock: number;
  readonly contracts: readonly LedgerContract[];
}
