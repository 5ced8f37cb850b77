import { BaseError, type BaseErrorOptions } from "../errors/BaseError.ts";

/**
 * Events can't be folded: one has no meaning here, or a row that earlier events must have made doesn't exist. Either the
 * code is of another version than the contracts, or events are missing or changed.
 */
export class ReplayDefect extends BaseError {
  override name = "ReplayDefect";

  constructor(message: string, options?: BaseErrorOptions) {
    super("replay-defect", message, options);
  }
}
