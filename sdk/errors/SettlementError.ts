import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type SettlementErrorCode =
  | "settlement-negative"
  | "settlement-overpaid"
  | "settlement-lien-invalid"
  | "settlement-days-invalid"
  | "settlement-discount-too-high"
  | "settlement-interest-invalid";

/** Figures that no settlement, interest or ranking can be computed from. */
export class SettlementError extends BaseError {
  override name = "SettlementError";
  declare readonly code: SettlementErrorCode;

  constructor(code: SettlementErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
