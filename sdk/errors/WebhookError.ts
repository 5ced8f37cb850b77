import { BaseError, type BaseErrorOptions } from "./BaseError.ts";

export type WebhookErrorCode =
  | "webhook-body-invalid"
  | "webhook-header-missing"
  | "webhook-secret-missing"
  | "webhook-signature-wrong"
  | "webhook-timestamp-outside";

/** A POST that can't be taken for one of the gateway's. */
export class WebhookError extends BaseError {
  override name = "WebhookError";
  declare readonly code: WebhookErrorCode;

  constructor(code: WebhookErrorCode, message: string, options?: BaseErrorOptions) {
    super(code, message, options);
  }
}
