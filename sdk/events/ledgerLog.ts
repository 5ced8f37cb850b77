/** A log as nodes, ethers' receipts and the gateway's outbox give it. */
export type LedgerLog = {
  readonly address: string;
  readonly topics: readonly string[];
  readonly data: string;
};
