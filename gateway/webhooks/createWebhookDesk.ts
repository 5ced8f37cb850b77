import type { GatewayConfig } from "../config/gatewayConfig.ts";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import { checkUrl } from "./checkUrl.ts";
import { createSecretBox } from "./createSecretBox.ts";
import { postWebhook } from "./postWebhook.ts";
import { resolveHost } from "./resolveHost.ts";
import { WebhookRefused } from "./WebhookRefused.ts";
import type { WebhookDesk } from "./webhookDesk.ts";

/** The desk of a gateway with this configuration. */
export function createWebhookDesk(config: GatewayConfig, database: Database): WebhookDesk {
  const { keystorePassphrase: passphrase, keystoreScryptCost: scryptCost, webhooks } = config;
  const { allowHttp, privateHosts, attempts, pauseAfter, retryMs, longestRetryMs, timeoutMs } =
    webhooks;
  const policy = { allowHttp, privateHosts };
  const listeners = new Set<() => void>();
  return {
    rules: { attempts, pauseAfter, retryMs, longestRetryMs },
    secrets: createSecretBox({ database, passphrase, scryptCost }),
    checkUrl(url) {
      try {
        checkUrl(url, policy);
      } catch (error) {
        if (error instanceof WebhookRefused) throw new ProblemError("unprocessable", error.message);
        throw error;
      }
    },
    post: (post) => postWebhook(post, { policy, resolve: resolveHost, timeoutMs }),
    changed() {
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
