import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type EvidenceErrorCode =
  | "evidence-unreadable"
  | "evidence-trust-unreadable"
  | "evidence-chain-differs"
  | "evidence-block-unproved"
  | "evidence-stale"
  | "evidence-storage-unproved"
  | "evidence-superfluous"
  | "evidence-lineage-broken"
  | "evidence-receivable-unconfirmed"
  | "evidence-liens-inconsistent"
  | "evidence-document-not-included"
  | "evidence-signature-invalid"
  | "evidence-receipt-invalid"
  | "evidence-not-exported";

/** A bundle that proves not what it claims, can't be read, or can't be made. */
export class EvidenceError extends BaseError {
  override name = "EvidenceError";
  declare readonly code: EvidenceErrorCode;

  constructor(code: EvidenceErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
