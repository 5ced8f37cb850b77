import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type VocabularyErrorCode = "vocabulary-name-unknown" | "vocabulary-number-unknown";

/** A role, state or kind that the ledger doesn't have. */
export class VocabularyError extends BaseError {
  override name = "VocabularyError";
  declare readonly code: VocabularyErrorCode;

  constructor(code: VocabularyErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
