import type { Logger } from "pino";
import { readTransactionCount } from "../chain/readTransactionCount.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Reached } from "../writePoints.ts";
import { nodeVerdict } from "./nodeVerdict.ts";
import { SenderLane } from "./senderLane.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

/** What lanes send through. */
export interface BroadcastOptions {
  readonly rpc: Rpc;
  readonly maxInFlightPerSigner: number;
  readonly logger: Pick<Logger, "warn">;
  readonly reached: Reached;
  /** Called after the node took a transaction. */
  readonly onSent: (transaction: StoredTransaction) => void;
  /** Called each time that the node does not want a transaction, with what it said. */
  readonly onRefused: (transaction: StoredTransaction, reason: string) => void;
}

/** Sends stored bytes, per signer in nonce order and never more at once than the node's pool takes. */
export class BroadcastLanes {
  readonly #options: BroadcastOptions;
  readonly #lanes = new Map<string, SenderLane>();
  #stopped = false;

  constructor(options: BroadcastOptions) {
    this.#options = options;
  }

  enqueue(transaction: StoredTransaction): void {
    this.#lane(transaction.sender).add(transaction);
  }

  /** Frees the place of a transaction whose nonce is used, so that it needs no sending any more. */
  finished(transaction: StoredTransaction): void {
    const lane = this.#lanes.get(transaction.sender);
    if (lane === undefined) return;
    lane.finish(transaction);
    if (lane.isEmpty) this.#lanes.delete(transaction.sender);
  }

  /** Tells how many nonces of a sender the chain has used. */
  used(sender: string, count: number): void {
    this.#lanes.get(sender)?.used(count);
  }

  /** Whether its bytes were handed to the node at least once. */
  isInFlight(transaction: StoredTransaction): boolean {
    return this.#lanes.get(transaction.sender)?.holds(transaction) ?? false;
  }

  /** How many transactions of a sender wait or are under way. */
  load(sender: string): number {
    return this.#lanes.get(sender)?.size ?? 0;
  }

  /** Hands the same bytes to the node; a refusal is logged and left to the next attempt. */
  async send(transaction: StoredTransaction): Promise<void> {
    if (this.#stopped) return;
    const { rpc, logger, reached, onSent, onRefused } = this.#options;
    try {
      reached("before-broadcast");
      await rpc.send("eth_sendRawTransaction", [transaction.raw]);
    } catch (error) {
      const { kind, message } = nodeVerdict(error);
      if (kind !== "held") {
        const { hash, nonce, sender } = transaction;
        logger.warn(
          { transactionHash: hash, nonce, sender, verdict: kind, reason: message },
          "outbox: the node did not take a transaction, it is sent again",
        );
        if (kind === "crowded") this.#lanes.get(sender)?.yield(transaction);
        if (kind === "refused") onRefused(transaction, message);
        return;
      }
    }
    reached("broadcast-sent");
    onSent(transaction);
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped = true;
    for (const lane of this.#lanes.values()) lane.stop();
  }

  #lane(sender: string): SenderLane {
    const known = this.#lanes.get(sender);
    if (known !== undefined) return known;
    const { rpc, maxInFlightPerSigner: limit } = this.#options;
    const send = (transaction: StoredTransaction) => void this.send(transaction);
    const countUsed = () => readTransactionCount(rpc, sender, "latest");
    const lane = new SenderLane({ limit, send, countUsed });
    if (this.#stopped) lane.stop();
    this.#lanes.set(sender, lane);
    return lane;
  }
}
