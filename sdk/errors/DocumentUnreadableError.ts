import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

/** A document that can't be read at all, as opposed to one with some refused rows. */
export class DocumentUnreadableError extends BaseError {
  override name = "DocumentUnreadableError";
  /** What a command that was given the document exits with. */
  readonly exitCode = 3;

  constructor(message: string, options?: BaseErrorOptions) {
    super("document-unreadable", message, options);
  }
}
