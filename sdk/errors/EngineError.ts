import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type EngineErrorCode = "engine-batch-too-large";

/** Something that the engine below the ledger can't do. */
export class EngineError extends BaseError {
  override name = "EngineError";
  declare readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
