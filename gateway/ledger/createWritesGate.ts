import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { readBlock } from "../chain/readBlock.ts";
import { readTransactionCount } from "../chain/readTransactionCount.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { Projector } from "../projection/projector.ts";

/** Whether writes are carried out: not before the chain was looked at, and not while the projection needs a person. */
export interface WritesGate {
  isOpen(): boolean;
  /** What is awaited or to be looked at, or that writes are open. */
  sentence(): string;
  /** Throws problem `writes-closed` while they are not. */
  assertOpen(): void;
  /** Begins to look; resolves when writes are open, or after `patienceMs`: then it goes on looking by itself. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** What a gate looks at. */
export interface GateOptions {
  readonly database: Database;
  readonly rpc: Rpc;
  readonly projector: Pick<Projector, "status">;
  readonly logger: Pick<Logger, "info" | "warn">;
  readonly patienceMs?: number;
}

const ROUND_MS = 100;
const UNANSWERED = "Writes open once the node answers.";

async function accounts(database: Database): Promise<string[]> {
  const rows = await database.query<{ address: string }>(
    `SELECT address FROM local.keystore UNION SELECT address FROM local.signer_key
     UNION SELECT address FROM local.signer ORDER BY address`,
  );
  return rows.map(({ address }) => address);
}

class ChainGate implements WritesGate {
  readonly #options: GateOptions;
  readonly #stopped = new AbortController();
  #open = false;
  #sentence = "Writes open once the chain was looked at.";
  #loop: Promise<void> = Promise.resolve();

  constructor(options: GateOptions) {
    this.#options = options;
  }

  isOpen(): boolean {
    return this.#open && this.#incident() === undefined;
  }

  sentence(): string {
    return this.#incident() ?? this.#sentence;
  }

  assertOpen(): void {
    if (!this.isOpen()) throw new ProblemError("writes-closed", this.sentence());
  }

  async start(): Promise<void> {
    this.#loop = this.#look();
    const patience = new AbortController();
    const { patienceMs = 5_000 } = this.#options;
    const late = pause(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([this.#loop, late]);
    patience.abort();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  /** A chain that took back what was final, or says what nobody can follow, is given nothing to carry out. */
  #incident(): string | undefined {
    const { state, sentence = "" } = this.#options.projector.status();
    return state === "stopped"
      ? `Writes are closed until somebody has looked: ${sentence}`
      : undefined;
  }

  async #look(): Promise<void> {
    const { logger } = this.#options;
    let said = "";
    while (!this.#stopped.signal.aborted) {
      const awaited = await this.#awaited().catch(() => UNANSWERED);
      if (awaited === undefined) break;
      this.#sentence = awaited;
      if (said === "") logger.warn({ awaited }, "gateway: writes stay closed");
      said = awaited;
      await pause(ROUND_MS, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
    }
    if (this.#stopped.signal.aborted) return;
    this.#open = true;
    this.#sentence = "writes are open";
    if (said !== "") logger.info("gateway: writes are open");
  }

  /** Signers are settled first: what they sent before is then in blocks up to the head that is read after. */
  async #awaited(): Promise<string | undefined> {
    const { database, rpc, projector } = this.#options;
    const all = await accounts(database);
    const foreign = await Promise.all(all.map((account) => this.#foreignOf(account)));
    const sentence = foreign.find((each) => each !== undefined);
    if (sentence !== undefined) return sentence;
    const head = (await readBlock(rpc, "latest"))?.number;
    if (head === undefined) return UNANSWERED;
    for (;;) {
      const { blockNumber } = projector.status();
      if (blockNumber >= head) return undefined;
      this.#sentence = `Writes open once the projection has reached block ${head}; it is at ${blockNumber}.`;
      if (this.#stopped.signal.aborted) return this.#sentence;
      await pause(ROUND_MS / 10);
    }
  }

  /** What the node's pool holds of an account that this database does not know. */
  async #foreignOf(account: string): Promise<string | undefined> {
    const { database, rpc } = this.#options;
    const [latest, pending] = await Promise.all([
      readTransactionCount(rpc, account, "latest"),
      readTransactionCount(rpc, account, "pending"),
    ]);
    if (pending <= latest) return undefined;
    const [row] = await database.query<{ n: bigint }>(
      `SELECT count(*) AS n FROM (
         SELECT nonce FROM local.outbox WHERE sender = $1 AND nonce >= $2 AND nonce < $3 AND NOT relayed
         UNION SELECT nonce FROM local.filler WHERE sender = $1 AND nonce >= $2 AND nonce < $3) AS own`,
      [account, latest, pending],
    );
    const foreign = pending - latest - Number(row?.n ?? 0n);
    if (foreign <= 0) return undefined;
    return (
      `Writes open once ${foreign} transaction(s) of account ${account} are included that wait in the node's pool ` +
      "and that this gateway does not know."
    );
  }
}

/**
 * A gate that opens when no write of a former life can be forgotten any more: for every signer nothing unknown waits in
 * the node's pool, and the projection has reached the head that was seen after that.
 */
export function createWritesGate(options: GateOptions): WritesGate {
  return new ChainGate(options);
}
