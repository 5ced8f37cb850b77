import { BaseError, type BaseErrorOptions } from "../../../sdk/errors/BaseError.ts";

export type BesuErrorCode =
  | "besu-options-invalid"
  | "besu-network-exists"
  | "besu-genesis-invalid"
  | "besu-config-invalid"
  | "besu-toml-invalid"
  | "besu-files-differ";

/** Files for a Besu network that can't be made, or that don't belong together. */
export class BesuError extends BaseError {
  override name = "BesuError";
  declare readonly code: BesuErrorCode;

  constructor(code: BesuErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
