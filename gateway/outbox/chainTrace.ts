import { Transaction } from "ethers";
import { type ChainTransaction, readTransaction } from "../chain/readTransaction.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** A call that may be on chain already. */
export interface TracedCall {
  readonly to: string;
  readonly data: string;
  /** One of several like calls of its request: then only its exact data tells it from the others. */
  readonly isOneOfMany?: boolean | undefined;
}

// A hash that the outbox knows belongs to its own step already.
const tracesSql = `
  SELECT transaction_hash FROM projected.event WHERE left(ref, 34) = $1 AND ref IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM local.outbox WHERE outbox.transaction_hash = event.transaction_hash)
  GROUP BY transaction_hash ORDER BY min(key)`;

function pick(found: readonly ChainTransaction[], { to, data, isOneOfMany }: TracedCall) {
  const [recipient, input] = [to.toLowerCase(), data.toLowerCase()];
  const alike = found.filter(
    (each) => each.to === recipient && each.input.slice(0, 10) === input.slice(0, 10),
  );
  const exact = alike.find((each) => each.input === input);
  // Deadlines and new keys differ from attempt to attempt; what is called does not.
  return exact ?? (isOneOfMany ? undefined : alike[0]);
}

/** Requests' transactions as the chain remembers them, for a database that lost its own memory. */
export class ChainTrace {
  readonly #database: Database;
  readonly #rpc: Rpc;
  /** What each attempt at a request has not yet found again; its steps share one look. */
  readonly #looks = new WeakMap<WriteRequest, Promise<ChainTransaction[]>>();

  constructor(database: Database, rpc: Rpc) {
    this.#database = database;
    this.#rpc = rpc;
  }

  /** The hash of the transaction that made this call for this request, if the chain has one; each is found once. */
  async find(request: WriteRequest, call: TracedCall): Promise<string | undefined> {
    const look = this.#looks.get(request) ?? this.#look(request.ref);
    this.#looks.set(request, look);
    const found = await look;
    const picked = pick(found, call);
    if (picked !== undefined) found.splice(found.indexOf(picked), 1);
    return picked?.hash;
  }

  /** The same call of the same request by a transaction that the outbox forgot. */
  async elsewhere(stored: StoredTransaction): Promise<string | undefined> {
    const [request] = await this.#database.query<{ ref: string }>(
      "SELECT ref FROM local.request WHERE member_id = $1 AND route = $2 AND idempotency_key = $3",
      [stored.memberId, stored.route, stored.idempotencyKey],
    );
    if (request === undefined) return undefined;
    const { data } = Transaction.from(stored.raw);
    const call = { to: stored.recipient, data, isOneOfMany: true };
    return pick(await this.#look(request.ref), call)?.hash;
  }

  async #look(ref: string): Promise<ChainTransaction[]> {
    const rows = await this.#database.query<{ transaction_hash: string }>(tracesSql, [
      ref.slice(0, 34),
    ]);
    return Promise.all(rows.map((row) => this.#read(row.transaction_hash)));
  }

  async #read(hash: string): Promise<ChainTransaction> {
    const found = await readTransaction(this.#rpc, hash);
    if (found !== undefined) return found;
    // It happened: a node without it lags, and must not make us do it again.
    throw new ProblemError("ledger-unreachable", `The node lacks ${hash} for now; ask again.`);
  }
}
