import type { SecretBox } from "./createSecretBox.ts";
import type { PostOutcome } from "./postOutcome.ts";
import type { WebhookPost } from "./postWebhook.ts";
import type { WebhookRules } from "./webhookRules.ts";

/** What routes and senders of webhooks share. */
export interface WebhookDesk {
  readonly rules: WebhookRules;
  readonly secrets: SecretBox;
  /** Throws problem `unprocessable` when events are not posted to such a URL. */
  checkUrl(url: string): void;
  post(post: WebhookPost): Promise<PostOutcome>;
  /** Tells this gateway's senders that a subscription changed; others see it within a second. */
  changed(): void;
  onChange(listener: () => void): () => void;
}
