import { randomUUID } from "node:crypto";
import { cachedDirectory } from "../auth/cachedDirectory.ts";
import type { GatewayServices } from "../gatewayServices.ts";
import { WakeableRest } from "../workers/wakeableRest.ts";
import type { Worker } from "../workers/worker.ts";
import { countSubscriptions } from "./countSubscriptions.ts";
import { createPlaces } from "./createPlaces.ts";
import { createSender, type Sender, type SenderOptions } from "./createSender.ts";
import { pruneDeliveries } from "./pruneDeliveries.ts";
import { takeLeases } from "./takeLeases.ts";

type Needs = Pick<
  GatewayServices,
  "database" | "directory" | "webhooks" | "metrics" | "logger" | "projector"
>;

const ROUND_MS = 1_000;
/** Long enough to renew four times, short enough that a dead gateway's subscriptions go on within seconds. */
const LEASE_MS = 5_000;
const WELL_PLACES = 48;
const FAILING_PLACES = 16;
const COUNT_EVERY = 10;
const PRUNE_EVERY = 3_600;
const PREFIX = "webhook ";

const activeSql = `
  SELECT subscription_id AS id, revision FROM local.subscription s WHERE state = 'active'`;

interface Active {
  readonly id: string;
  readonly revision: bigint;
}

class WebhookWorker implements Worker {
  readonly name = "webhooks";
  readonly #services: Needs;
  readonly #options: SenderOptions;
  readonly #holder = randomUUID();
  readonly #senders = new Map<string, { readonly sender: Sender; revision: bigint }>();
  readonly #rest = new WakeableRest();
  #isStopped = false;
  readonly #ending = new Set<Promise<void>>();
  #unsubscribe: (() => void)[] = [];
  #loop: Promise<void> = Promise.resolve();

  constructor(services: Needs) {
    this.#services = services;
    const { database, directory, webhooks: desk, metrics, logger } = services;
    const places = { well: createPlaces(WELL_PLACES), failing: createPlaces(FAILING_PLACES) };
    const pace = (): number => 20 + 2 * this.#senders.size;
    const own = cachedDirectory(directory);
    this.#options = { database, directory: own, desk, metrics, logger, places, pace };
  }

  start(): void {
    const { projector, webhooks } = this.#services;
    this.#unsubscribe = [
      projector.onAdvance(() => this.#wakeSenders()),
      webhooks.onChange(() => this.#rest.poke()),
    ];
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#rest.poke();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    await this.#loop;
    await Promise.all([...this.#senders.keys()].map((id) => this.#end(id)));
    // Others need not wait until the leases run out.
    await this.#services.database.query("DELETE FROM local.lease WHERE holder = $1", [
      this.#holder,
    ]);
  }

  #wakeSenders(): void {
    for (const { sender } of this.#senders.values()) sender.wake();
  }

  async #run(): Promise<void> {
    const { database, logger, metrics } = this.#services;
    for (let round = 0; !this.#isStopped; round++) {
      this.#rest.begin();
      try {
        if (round === 0) await this.#forgetLeases();
        await this.#round();
        if (round % COUNT_EVERY === 0) await countSubscriptions(database, metrics);
        if (round % PRUNE_EVERY === 0) await pruneDeliveries(database);
      } catch (error) {
        logger.warn({ err: error }, "webhooks: a round failed, the next one tries again");
      }
      await this.#rest.rest(ROUND_MS);
    }
    await Promise.all(this.#ending);
  }

  /** PGlite belongs to one process, so leases in it are of processes that are gone. */
  async #forgetLeases(): Promise<void> {
    const { database } = this.#services;
    if (database.engine !== "pglite") return;
    await database.query("DELETE FROM local.lease WHERE starts_with(name, $1)", [PREFIX]);
  }

  async #round(): Promise<void> {
    const { database } = this.#services;
    const active = await database.query<Active>(activeSql);
    const names = active.map(({ id }) => `${PREFIX}${id}`);
    const held = await takeLeases(database, names, this.#holder, LEASE_MS);
    const mine = new Map(active.map(({ id, revision }) => [id, revision]));
    for (const { id } of active) if (!held.has(`${PREFIX}${id}`)) mine.delete(id);
    const ending = [...this.#senders.keys()].filter((id) => !mine.has(id));
    // Not waited for: an endpoint that hangs would keep the leases of all others from being renewed.
    for (const id of ending) {
      const ended = this.#end(id).finally(() => this.#ending.delete(ended));
      this.#ending.add(ended);
    }
    for (const [id, revision] of mine) this.#ensure(id, revision);
  }

  #ensure(id: string, revision: bigint): void {
    const known = this.#senders.get(id);
    if (known === undefined) {
      const sender = createSender(id, this.#options);
      this.#senders.set(id, { sender, revision });
      sender.start();
    } else if (known.revision !== revision) {
      known.revision = revision;
      known.sender.wake();
    }
  }

  async #end(id: string): Promise<void> {
    const known = this.#senders.get(id);
    this.#senders.delete(id);
    await known?.sender.stop();
  }
}

/** Sends webhooks: one sender for each active subscription whose lease this gateway has. */
export function createWebhookWorker(services: Needs): Worker {
  return new WebhookWorker(services);
}
