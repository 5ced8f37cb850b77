import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

/** A file that does not say where a ledger is. */
export class DeploymentUnreadableError extends BaseError {
  override name = "DeploymentUnreadableError";

  constructor(message: string, options?: BaseErrorOptions) {
    super("deployment-unreadable", message, options);
  }
}
