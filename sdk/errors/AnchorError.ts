import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type AnchorErrorCode =
  | "anchor-empty"
  | "anchor-hash-invalid"
  | "anchor-index-unknown"
  | "anchor-manifest-invalid"
  | "anchor-source-unreadable";

/** A tree of documents that can't be built, or that hasn't what was asked for. */
export class AnchorError extends BaseError {
  override name = "AnchorError";
  declare readonly code: AnchorErrorCode;

  constructor(code: AnchorErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
