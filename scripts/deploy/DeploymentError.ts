import { BaseError, type BaseErrorOptions } from "../../sdk/errors/BaseError.ts";

export type DeploymentErrorCode =
  | "deployment-without-node"
  | "deployment-governance-deploys"
  | "deployment-address-differs"
  | "deployment-function-unknown";

/** A ledger that can't be deployed as it was asked for. */
export class DeploymentError extends BaseError {
  override name = "DeploymentError";
  declare readonly code: DeploymentErrorCode;

  constructor(code: DeploymentErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
