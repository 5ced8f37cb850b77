import type { Logger } from "pino";
import type { MemberDirectory } from "../auth/memberDirectory.ts";
import type { Database } from "../database/database.ts";
import { cursorParts } from "../features/event/cursorParts.ts";
import { type EventViewer, eventViewer } from "../features/event/eventViewer.ts";
import { readEventPage } from "../features/event/readEventPage.ts";
import type { GatewayMetrics } from "../metrics/gatewayMetrics.ts";
import type { Places } from "./createPlaces.ts";
import { itemOfEvent } from "./itemOfEvent.ts";
import { moveCursor } from "./moveCursor.ts";
import type { PostOutcome } from "./postOutcome.ts";
import { readSubscription } from "./readSubscription.ts";
import { readTakenBack } from "./readTakenBack.ts";
import { redeliver } from "./redeliver.ts";
import { settleDelivered } from "./settleDelivered.ts";
import { settleFailed } from "./settleFailed.ts";
import { settleTakenBack } from "./settleTakenBack.ts";
import type { Subscription } from "./subscription.ts";
import { toldItem } from "./toldItem.ts";
import { validSecrets } from "./validSecrets.ts";
import type { WebhookDesk } from "./webhookDesk.ts";
import type { WebhookItem } from "./webhookItem.ts";
import { webhookMessage } from "./webhookMessage.ts";

/** What senders share. */
export interface SenderOptions {
  readonly database: Database;
  readonly directory: Pick<MemberDirectory, "find">;
  readonly desk: WebhookDesk;
  readonly metrics: Pick<GatewayMetrics, "webhookAttempts" | "webhookSeconds">;
  readonly logger: Pick<Logger, "warn">;
  /** Endpoints that fail share places of their own, so that those that are well never wait for them. */
  readonly places: { readonly well: Places; readonly failing: Places };
  /** Least milliseconds between two looks at the log, so that many subscriptions don't crowd the database. */
  pace(): number;
}

/** Sends the events of one subscription, in order, until it is stopped. */
export interface Sender {
  start(): void;
  /** There may be something to do. */
  wake(): void;
  stop(): Promise<void>;
}

const REST_MS = 60_000;
const AFTER_ERROR_MS = 1_000;
const GRACE_MS = 2_000;
const KEEP_CURSOR_MS = 30_000;

class SubscriptionSender implements Sender {
  readonly #id: string;
  readonly #options: SenderOptions;
  readonly #cut = new AbortController();
  #isStopping = false;
  #isAwake = false;
  #wake: (() => void) | undefined;
  #loop: Promise<void> = Promise.resolve();
  /** How far the log was looked through, from which cursor on: events of others need not be looked at twice. */
  #seen = { from: "", to: "" };
  #keptAt = Date.now();

  constructor(id: string, options: SenderOptions) {
    this.#id = id;
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
  }

  wake(): void {
    this.#isAwake = true;
    this.#wake?.();
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.wake();
    const timer = setTimeout(() => this.#cut.abort(), GRACE_MS);
    await this.#loop;
    clearTimeout(timer);
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      this.#isAwake = false;
      const rest = await this.#step().catch((error: unknown) => {
        const { logger } = this.#options;
        logger.warn({ err: error, subscription: this.#id }, "webhooks: trying again");
        return AFTER_ERROR_MS;
      });
      if (rest > 0) await this.#sleep(rest);
    }
  }

  /** Does the next thing and answers how long there is nothing more to do. */
  async #step(): Promise<number> {
    const { database, directory } = this.#options;
    const subscription = await readSubscription(database, this.#id);
    if (subscription?.state !== "active") return REST_MS;
    // Asked before every POST: what the member may see is decided now, not when it subscribed.
    const member = await directory.find(subscription.memberId);
    if (member === undefined) return AFTER_ERROR_MS;
    const viewer = eventViewer(member);
    if (subscription.hasQueued) {
      const send = (item: WebhookItem) => this.#post(subscription, [item]);
      if (await redeliver(database, this.#id, viewer, send)) return 0;
    }
    const wait = (subscription.nextAttemptAt?.getTime() ?? 0) - Date.now();
    return wait > 0 ? wait : this.#goOn(subscription, viewer);
  }

  async #goOn(subscription: Subscription, viewer: EventViewer): Promise<number> {
    const { database } = this.#options;
    const { cursor, names, contracts, batchSize, failures, deadRun } = subscription;
    // Whoever fails is sent one at a time, so that one bad event takes no good ones with it.
    const limit = failures > 0 || deadRun > 0 ? 1 : batchSize;
    const { items: takenBack, from } = await readTakenBack(database, subscription, viewer);
    if (takenBack.length > 0) {
      // The cursor stays until all of them are told: their rows say which ones are.
      return this.#tell(subscription, takenBack.slice(0, limit), cursor);
    }
    if (cursorParts.write(from) !== cursor) {
      await settleTakenBack(database, subscription, from);
      return 0;
    }
    const after = this.#seen.from === cursor ? this.#seen.to : from.key;
    const page = await readEventPage(database, viewer, { after, limit, names, contracts });
    if (page.events.length === 0) {
      this.#seen = { from: cursor, to: page.next };
      await this.#keepCursor(subscription, cursorParts.write({ ...from, key: page.next }));
      return REST_MS;
    }
    const next = cursorParts.write({ ...from, key: page.next });
    return this.#tell(subscription, page.events.map(itemOfEvent), next);
  }

  async #tell(
    subscription: Subscription,
    items: readonly WebhookItem[],
    next: string,
  ): Promise<number> {
    const { database, desk } = this.#options;
    const outcome = await this.#post(subscription, items);
    if (outcome === undefined) return 0;
    if (outcome.delivered) {
      await settleDelivered(database, subscription, items, outcome, next);
    } else {
      const { rules } = desk;
      const random = Math.random();
      await settleFailed(database, { subscription, items, outcome, rules, random });
    }
    return 0;
  }

  /** Undefined when the gateway stops meanwhile: whether it arrived is not known, so it is sent again. */
  async #post(
    subscription: Subscription,
    items: readonly WebhookItem[],
  ): Promise<PostOutcome | undefined> {
    const { desk, metrics, places } = this.#options;
    const { subscriptionId, url, failures, deadRun } = subscription;
    const leave = await (failures > 0 || deadRun > 0 ? places.failing : places.well).take();
    try {
      if (this.#isStopping) return undefined;
      const now = Date.now();
      const secrets = await validSecrets(desk.secrets, subscription, now);
      const events = items.map((item) => toldItem(subscriptionId, item));
      const message = webhookMessage({ subscriptionId, events, secrets, now });
      const outcome = await desk.post({ ...message, url, signal: this.#cut.signal });
      if (this.#cut.signal.aborted) return undefined;
      metrics.webhookAttempts.inc({ outcome: outcome.delivered ? "delivered" : "failed" });
      metrics.webhookSeconds.observe(outcome.latencyMs / 1_000);
      return outcome;
    } finally {
      leave();
    }
  }

  /** Remembers now and then how far nothing was found, so that another start needn't look through it again. */
  async #keepCursor(subscription: Subscription, to: string): Promise<void> {
    if (to === subscription.cursor || Date.now() - this.#keptAt < KEEP_CURSOR_MS) return;
    this.#keptAt = Date.now();
    await moveCursor(this.#options.database, subscription, to);
  }

  async #sleep(longest: number): Promise<void> {
    await this.#rest(this.#options.pace(), false);
    if (!this.#isAwake) await this.#rest(longest, true);
  }

  async #rest(ms: number, isWakeable: boolean): Promise<void> {
    if (this.#isStopping) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    this.#wake = () => {
      if (isWakeable || this.#isStopping) resolve();
    };
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
  }
}

/** A sender of one subscription's events. Only one runs at a time for each: whoever has its lease. */
export function createSender(subscriptionId: string, options: SenderOptions): Sender {
  return new SubscriptionSender(subscriptionId, options);
}
