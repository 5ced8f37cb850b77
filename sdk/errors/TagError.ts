import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type TagErrorCode =
  | "tag-key-set-invalid"
  | "tag-share-invalid"
  | "tag-input-invalid"
  | "tag-ceremony-invalid"
  | "tag-proof-invalid"
  | "tag-answer-invalid"
  | "tag-server-unknown"
  | "tag-server-offline"
  | "tag-server-refused"
  | "tag-servers-too-few";

export type TagErrorOptions = BaseErrorOptions & {
  /** What each server did wrong, for an error about several of them. */
  readonly faults?: readonly TagError[];
};

/** A blind tag that could not be made: a bad key, a server that is away or lies, or too few that don't. */
export class TagError extends BaseError {
  override name = "TagError";
  declare readonly code: TagErrorCode;
  /** One error a server; empty when the error is about one thing only. */
  readonly faults: readonly TagError[];

  constructor(code: TagErrorCode, message: string, options: TagErrorOptions = {}) {
    super(code, message, options);
    this.faults = options.faults ?? [];
  }
}
