import type { Logger } from "pino";
import type { Rpc } from "../chain/rpc.ts";
import { rpcError } from "../chain/rpcError.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** What lanes send through. */
export interface BroadcastOptions {
  readonly rpc: Rpc;
  readonly maxInFlightPerSigner: number;
  readonly logger: Pick<Logger, "warn">;
  /** Called after the node took a transaction. */
  readonly onSent: (transaction: StoredTransaction) => void;
}

interface Lane {
  readonly inFlight: Set<string>;
  readonly waiting: StoredTransaction[];
}

/** Sends stored bytes, per signer in nonce order and never more at once than the node's pool takes. */
export class BroadcastLanes {
  readonly #options: BroadcastOptions;
  readonly #lanes = new Map<string, Lane>();

  constructor(options: BroadcastOptions) {
    this.#options = options;
  }

  enqueue(transaction: StoredTransaction): void {
    const lane = this.#lane(transaction.sender);
    lane.waiting.push(transaction);
    this.#fill(lane);
  }

  /** Frees the place of a transaction that needs no sending any more. */
  finished(transaction: StoredTransaction): void {
    const lane = this.#lane(transaction.sender);
    lane.inFlight.delete(transaction.hash);
    const waiting = lane.waiting.findIndex((each) => each.hash === transaction.hash);
    if (waiting >= 0) lane.waiting.splice(waiting, 1);
    this.#fill(lane);
    if (lane.inFlight.size === 0 && lane.waiting.length === 0)
      this.#lanes.delete(transaction.sender);
  }

  /** Whether its bytes were handed to the node at least once. */
  isInFlight(transaction: StoredTransaction): boolean {
    return this.#lanes.get(transaction.sender)?.inFlight.has(transaction.hash) ?? false;
  }

  /** Hands the same bytes to the node; a refusal is logged and left to the next attempt. */
  async send(transaction: StoredTransaction): Promise<void> {
    try {
      await this.#options.rpc.send("eth_sendRawTransaction", [transaction.raw]);
    } catch (error) {
      const { message } = rpcError(error);
      if (!/already (known|imported)|known transaction/i.test(message)) {
        this.#options.logger.warn(
          { transactionHash: transaction.hash, nonce: transaction.nonce, reason: message },
          "outbox: the node did not take a transaction, it is sent again",
        );
        return;
      }
    }
    this.#options.onSent(transaction);
  }

  #lane(sender: string): Lane {
    const known = this.#lanes.get(sender);
    if (known !== undefined) return known;
    const lane: Lane = { inFlight: new Set(), waiting: [] };
    this.#lanes.set(sender, lane);
    return lane;
  }

  #fill(lane: Lane): void {
    while (lane.inFlight.size < this.#options.maxInFlightPerSigner) {
      const next = lane.waiting.shift();
      if (next === undefined) return;
      lane.inFlight.add(next.hash);
      void this.send(next);
    }
  }
}
