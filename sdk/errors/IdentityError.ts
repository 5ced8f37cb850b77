import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type IdentityErrorCode =
  | "identity-uscc-invalid"
  | "identity-lei-invalid"
  | "identity-local-invalid"
  | "identity-registered-invalid"
  | "identity-scheme-unknown"
  | "identity-account-invalid"
  | "identity-salt-invalid"
  | "identity-invoice-number-invalid";

/** An identifier of a party, an account or a document that is not well formed. */
export class IdentityError extends BaseError {
  override name = "IdentityError";
  declare readonly code: IdentityErrorCode;

  constructor(code: IdentityErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
