import type { EngineProfile } from "@tallystick/sdk";
import type { Block } from "../chain/block.ts";
import { readBlock } from "../chain/readBlock.ts";
import type { Rpc } from "../chain/rpc.ts";

type Place = Pick<Block, "number" | "hash">;

/** What continuity is judged by. */
export interface ContinuityOptions {
  readonly rpc: Rpc;
  readonly finality: EngineProfile["finality"];
  /** For so long a head below a recorded outcome is taken for an endpoint that lags. */
  readonly patienceMs: number;
}

/**
 * Whether blocks that were looked at, or that outcomes were recorded of, are still the chain's. A receipt may be known
 * before the head is: a reorganisation in between shows in no head.
 */
export class ChainContinuity {
  readonly #options: ContinuityOptions;
  #seen: Block | undefined;
  /** The highest block that an outcome was recorded of. */
  #recorded: Place | undefined;
  #lowerSince: number | undefined;

  constructor(options: ContinuityOptions) {
    this.#options = options;
  }

  /** The last head that was looked at to its end. */
  get seen(): Block | undefined {
    return this.#seen;
  }

  /** Whether a recorded outcome is above the last head, so that it must be looked at again. */
  get isUnsure(): boolean {
    return this.#lowerSince !== undefined;
  }

  /** An outcome was recorded of this block. */
  recorded(place: Place): void {
    if (place.number >= (this.#recorded?.number ?? 0)) this.#recorded = place;
  }

  /** The head was looked at, and what had vanished is taken back. */
  passed(head: Block, isContinued: boolean): void {
    this.#seen = head;
    if (isContinued) return;
    this.#recorded = undefined;
    this.#lowerSince = undefined;
  }

  /** Whether the head descends from all of it. Not at the first look: nobody looked before the start. */
  async holds(head: Block): Promise<boolean> {
    if (this.#options.finality === "final") return true;
    if (this.#seen === undefined || !(await this.#isBefore(this.#seen, head))) return false;
    if (this.#recorded === undefined) return true;
    if (this.#recorded.number > head.number) return this.#isLagging();
    this.#lowerSince = undefined;
    return this.#isBefore(this.#recorded, head);
  }

  #isLagging(): boolean {
    const now = performance.now();
    this.#lowerSince ??= now;
    return now - this.#lowerSince < this.#options.patienceMs;
  }

  async #isBefore(place: Place, head: Block): Promise<boolean> {
    if (head.hash === place.hash || head.parentHash === place.hash) return true;
    if (head.number <= place.number) return false;
    return (await readBlock(this.#options.rpc, place.number))?.hash === place.hash;
  }
}
