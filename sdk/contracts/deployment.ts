/** Where the contracts of one ledger are, in the order of their deployment. */
export type LedgerAddresses = {
  readonly authority: string;
  readonly members: string;
  readonly rules: string;
  readonly claims: string;
  readonly certificateMetadata: string;
  /** Second bytecode of `creditCertificates`, which calls it; nobody else does. */
  readonly certificateSettlement: string;
  readonly creditCertificates: string;
  readonly receivables: string;
  readonly settlement: string;
  readonly settlementRuns: string;
  readonly earlyPayments: string;
  readonly factoring: string;
  readonly documentAnchors: string;
  readonly warehouses: string;
  /** Second bytecode of `warehouseReceipts`, which calls it; nobody else does. */
  readonly receiptDelivery: string;
  readonly receiptMetadata: string;
  readonly warehouseReceipts: string;
  readonly liens: string;
};

/** One ledger on one chain: all that a client needs besides a node. */
export type Deployment = {
  readonly chainId: number;
  /** Block of the first contract; the ledger's history starts here. */
  readonly block: number;
  readonly addresses: LedgerAddresses;
};
