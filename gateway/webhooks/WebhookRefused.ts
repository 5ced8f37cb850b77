/** An address that this gateway does not post to. The message is a sentence for the member. */
export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";
}
