import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type TimeErrorCode = "time-not-a-date" | "time-not-a-day-number" | "time-not-a-time";

/** A date or a time that does not exist or is not written as asked. */
export class TimeError extends BaseError {
  override name = "TimeError";
  declare readonly code: TimeErrorCode;

  constructor(code: TimeErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
