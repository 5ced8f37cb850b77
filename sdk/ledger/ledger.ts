import type { Filter, TransactionRequest } from "ethers";
import type { LedgerErrorContext } from "../errors/errorContext.ts";
import type { LedgerLog } from "../events/ledgerLog.ts";
import type { ContractName } from "./contractTypes.ts";

/** Where one ledger is. What the deployment script writes satisfies it. */
export type LedgerDeployment = {
  readonly chainId: number;
  /** Block of the first contract. */
  readonly block: number;
  readonly addresses: Readonly<Record<ContractName, string>>;
};

/** The part of an ethers `Provider` that reading takes. */
export type LedgerReader = {
  call(transaction: TransactionRequest): Promise<string>;
  getLogs(filter: Filter): Promise<readonly LedgerLog[]>;
};

/** One call of a ledger contract that changes state. */
export type LedgerCall = {
  readonly to: string;
  /** ABI-encoded call in hex. */
  readonly data: string;
  readonly contract: ContractName;
  /** The contract's function. */
  readonly verb: string;
};

/** What an included, successful call left behind. */
export type CallReceipt = {
  readonly transactionHash: string;
  readonly blockNumber: number;
  readonly logs: readonly LedgerLog[];
};

/**
 * A ledger as every action takes it: it reads through `provider` and writes through `submit`. `createLedger` makes one
 * around an ethers signer; a gateway passes its own `submit`, which stores before it sends.
 */
export type Ledger = {
  readonly chainId: number;
  readonly deployment: LedgerDeployment;
  readonly provider: LedgerReader;
  /** Who members are and in which currency amounts are, so that errors read as sentences. */
  readonly errorContext?: LedgerErrorContext | undefined;
  /**
   * Makes a call and waits until a block includes it.
   *
   * @throws LedgerError when the ledger refuses
   */
  submit(call: LedgerCall): Promise<CallReceipt>;
};
