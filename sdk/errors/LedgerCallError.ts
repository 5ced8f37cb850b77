import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type LedgerCallErrorCode =
  | "ledger-argument-invalid"
  | "ledger-unreachable"
  | "ledger-reverted"
  | "ledger-contract-missing"
  | "ledger-event-missing"
  | "ledger-other-chain"
  | "ledger-signer-missing";

/** A call that never got the ledger's own answer: a bad argument, no node, another ledger. */
export class LedgerCallError extends BaseError {
  override name = "LedgerCallError";
  declare readonly code: LedgerCallErrorCode;

  constructor(code: LedgerCallErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
