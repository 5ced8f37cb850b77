export type LedgerErrorCode =
  | "CHAIN_MISMATCH"
  | "DIRECTORY_IN_USE"
  | "FINGERPRINT_MISMATCH"
  | "INVALID_OPTION"
  | "JOURNAL_CORRUPT"
  | "JOURNAL_UNWRITABLE"
  | "META_UNREADABLE"
  | "NODE_FAILED"
  | "REPLAY_MISMATCH";

/** Why the embedded ledger cannot start or go on; the message is a sentence for the operator. */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
