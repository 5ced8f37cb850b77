import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type TermsErrorCode =
  | "terms-invoices-differ"
  | "terms-tag-differs"
  | "terms-amount-differs"
  | "terms-digest-differs";

/** Terms that say something else than the documents in hand: they must not be signed. */
export class TermsError extends BaseError {
  override name = "TermsError";
  declare readonly code: TermsErrorCode;

  constructor(code: TermsErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
