import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type ChainProofErrorCode =
  | "chain-account-absent"
  | "chain-hash-differs"
  | "chain-header-invalid"
  | "chain-hex-invalid"
  | "chain-index-unknown"
  | "chain-proof-incomplete"
  | "chain-proof-invalid"
  | "chain-proof-surplus"
  | "chain-receipt-invalid"
  | "chain-rlp-invalid"
  | "chain-transaction-invalid";

/** Something of a block that is not what it must be, or a proof that proves neither presence nor absence. */
export class ChainProofError extends BaseError {
  override name = "ChainProofError";
  declare readonly code: ChainProofErrorCode;

  constructor(code: ChainProofErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
