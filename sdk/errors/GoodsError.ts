import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type GoodsErrorCode =
  | "goods-text-invalid"
  | "goods-unit-invalid"
  | "goods-quantity-invalid"
  | "goods-loss-invalid"
  | "goods-period-invalid";

/** A statement about goods, or the terms of a receipt over them, that can't be used. */
export class GoodsError extends BaseError {
  override name = "GoodsError";
  declare readonly code: GoodsErrorCode;

  constructor(code: GoodsErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
