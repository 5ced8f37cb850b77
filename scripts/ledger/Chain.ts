import type { AnvilNode } from "./AnvilNode.ts";
import { executeBlock } from "./executeBlock.ts";
import type { Journal } from "./Journal.ts";
import { LedgerError } from "./LedgerError.ts";
import type { NodeClient } from "./NodeClient.ts";
import { RpcError } from "./RpcError.ts";
import type { ChainState } from "./replayJournal.ts";
import type { Restored } from "./restoreNode.ts";
import { sealOf } from "./sealOf.ts";

export type BlockSummary = { number: number; hash: string; timestamp: number };
/** A transaction that the node took, but no block has held yet. */
export type Admitted = { hash: string; raw: string };

/** A node may die this often within a minute before the ledger gives up. */
const MAX_DEATHS = 3;
const MINUTE_MS = 60_000;

/**
 * The chain as node and journal hold it together: a block is on the disk before it is mined. Not
 * for concurrent use: `BlockProducer` calls one method at a time.
 */
export class Chain {
  readonly #journal: Journal;
  readonly #restore: () => Promise<Restored>;
  #restored: Promise<Restored>;
  #node: AnvilNode;
  #state: ChainState;
  #deaths: number[] = [];
  #failure: LedgerError | undefined;
  /** What it took to mine since the last checkpoint, in milliseconds: about what replay costs. */
  tailMs: number;

  constructor(journal: Journal, first: Restored, restore: () => Promise<Restored>) {
    this.#journal = journal;
    this.#restore = restore;
    this.#restored = Promise.resolve(first);
    this.#node = first.node;
    this.#state = first.state;
    this.tailMs = first.replayMs;
  }

  get state(): ChainState {
    return this.#state;
  }

  get node(): AnvilNode {
    return this.#node;
  }

  /** Why nothing more can be written, if so. */
  get failure(): LedgerError | undefined {
    return this.#failure;
  }

  /** The client of the living node; waits while a dead one is being replaced. */
  async client(): Promise<NodeClient> {
    return (await this.#restored).node.client;
  }

  /**
   * Offers transactions to the node in this order; the node checks signature, chain id, nonce, gas.
   * @returns per transaction its hash, or why the node refuses it.
   */
  async admit(raws: readonly string[]): Promise<(Admitted | RpcError)[]> {
    this.#assertWritable();
    const began = performance.now();
    const outcomes = await this.#node.admit(raws).catch((error: unknown) => this.#giveUp(error));
    this.tailMs += performance.now() - began;
    return raws.map((raw, index) => {
      const outcome = outcomes[index];
      if (outcome && "result" in outcome) return { hash: String(outcome.result), raw };
      return outcome?.error ?? RpcError.unavailable("The node did not answer.");
    });
  }

  /**
   * Journals what was admitted, then mines it together with what waited already.
   * @param timestamp Unix seconds.
   */
  async mine(
    admitted: readonly Admitted[],
    timestamp: number,
  ): Promise<{ block: BlockSummary; dropped: ReadonlySet<string>; more: boolean }> {
    this.#assertWritable();
    const began = performance.now();
    const number = this.#state.number + 1;
    const pool = new Map(this.#state.pool);
    for (const { hash, raw } of admitted) pool.set(hash, raw);
    const raws = admitted.map(({ raw }) => Buffer.from(raw.slice(2), "hex"));
    try {
      await this.#journal.appendBlock({ number, timestamp, raws });
      const outcome = await executeBlock(this.#node, pool, number, timestamp);
      const hashes = admitted.map(({ hash }) => hash);
      await this.#journal.appendSeal(sealOf(outcome, hashes));
      const block = { number, hash: outcome.block.hash, timestamp };
      this.#state = { ...block, pool: outcome.waiting };
      this.tailMs += performance.now() - began;
      return { block, dropped: new Set(outcome.dropped), more: outcome.more };
    } catch (error) {
      return await this.#giveUp(error);
    }
  }

  /**
   * Replaces a dead node by one that replayed the journal.
   * @returns whether it had to.
   */
  async recover(): Promise<boolean> {
    if (this.#node.alive || this.#failure) return false;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((time) => now - time < MINUTE_MS), now];
    try {
      if (this.#deaths.length > MAX_DEATHS)
        throw new LedgerError("NODE_FAILED", "The node died again and again; it stays down.");
      this.#restored = this.#restore();
      const { node, state, replayMs } = await this.#restored;
      this.#node = node;
      this.#state = state;
      this.tailMs = replayMs;
      return true;
    } catch (error) {
      this.#failure =
        error instanceof LedgerError
          ? error
          : new LedgerError("NODE_FAILED", "The node could not be restored.", { cause: error });
      throw this.#failure;
    }
  }

  /**
   * A node that failed us in the middle is ended, so that `recover` sets up one that agrees with
   * the journal. One that mined something else, or a journal that can't be written, stay so.
   */
  async #giveUp(error: unknown): Promise<never> {
    if (error instanceof LedgerError) this.#failure = error;
    else await this.#node.stop();
    throw error;
  }

  #assertWritable(): void {
    if (this.#failure) throw this.#failure;
  }
}
