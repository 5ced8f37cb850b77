/** Where the contracts of one ledger are. */
export type LedgerAddresses = {
  readonly authority: string;
  readonly members: string;
  readonly rules: string;
};

/** One ledger on one chain: all that a client needs besides a node. */
export type Deployment = {
  readonly chainId: number;
  /** Block of the first contract; the ledger's history starts here. */
  readonly block: number;
  readonly addresses: LedgerAddresses;
};
