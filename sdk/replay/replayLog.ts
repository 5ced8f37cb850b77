import type { LedgerLog } from "../events/ledgerLog.ts";

/** A log and its place in the chain. */
export type ReplayLog = LedgerLog & {
  readonly blockNumber: number;
  readonly blockHash: string;
  readonly transactionHash: string;
  readonly transactionIndex: number;
  readonly logIndex: number;
};
