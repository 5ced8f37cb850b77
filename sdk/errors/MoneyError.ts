import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type MoneyErrorCode =
  | "money-currency-unknown"
  | "money-not-an-amount"
  | "money-too-many-decimals"
  | "money-negative"
  | "money-weights-empty"
  | "money-basis-points-out-of-range";

/** An amount, a currency or a division of money that can't be used. */
export class MoneyError extends BaseError {
  override name = "MoneyError";
  declare readonly code: MoneyErrorCode;

  constructor(code: MoneyErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
