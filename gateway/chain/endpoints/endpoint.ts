import type { Block } from "../block.ts";
import { NodeFault } from "../nodeFault.ts";
import type { Rpc } from "../rpc.ts";
import { UntrueAnswer } from "../untrueAnswer.ts";
import type { EndpointStatus } from "./endpointStatus.ts";

/** What names a block. */
export type Place = Pick<Block, "number" | "hash">;

/** One node, and how it has behaved. */
export interface EndpointOptions {
  readonly name: string;
  readonly rpc: Rpc;
  readonly now: () => number;
  /** Told each time that it is set aside, with the reason. */
  readonly onSetAside: (name: string, reason: string) => void;
}

const SHORTEST_ASIDE_MS = 2_000;
const LONGEST_ASIDE_MS = 60_000;
const FORGIVEN_MS = 600_000;

/** One of several nodes: asks it, and remembers how that went. */
export class Endpoint {
  readonly name: string;
  readonly #options: EndpointOptions;
  /** Its newest block, until it fails: what comes back may be an older state. */
  head: Place | undefined;
  /** Whether it was asked since it last failed which chain it serves. */
  isOfOurChain = false;
  #answeredAt: number | undefined;
  #streak = 0;
  #aside: { readonly reason: string; readonly until: number } | undefined;
  #timesAside = 0;
  #lastAside = Number.NEGATIVE_INFINITY;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.name = options.name;
  }

  get streak(): number {
    return this.#streak;
  }

  get isAside(): boolean {
    return this.#aside !== undefined;
  }

  /** Whether it may be looked at again: it isn't set aside, or was so for long enough. */
  get mayBeLookedAt(): boolean {
    return this.#aside === undefined || this.#options.now() >= this.#aside.until;
  }

  async ask(method: string, parameters: unknown[]): Promise<unknown> {
    try {
      const answer = await this.#options.rpc.send(method, parameters);
      this.#answered();
      return answer;
    } catch (error) {
      if (error instanceof NodeFault && !(error instanceof UntrueAnswer)) this.#failed();
      else this.#answered();
      throw error;
    }
  }

  /** Nothing is asked of it for a while, each time for longer. */
  setAside(reason: string): void {
    const now = this.#options.now();
    if (now - this.#lastAside > FORGIVEN_MS) this.#timesAside = 0;
    const ms = Math.min(SHORTEST_ASIDE_MS * 2 ** this.#timesAside, LONGEST_ASIDE_MS);
    const isNew = this.#aside === undefined;
    this.#aside = { reason, until: now + ms };
    this.#timesAside += 1;
    this.#lastAside = now;
    this.#forget();
    if (isNew) this.#options.onSetAside(this.name, reason);
  }

  /** It passed a look; answers whether it had been set aside. */
  passed(): boolean {
    const wasAside = this.#aside !== undefined;
    this.#aside = undefined;
    return wasAside;
  }

  status(current: Endpoint | undefined, seen: Place | undefined): EndpointStatus {
    const head = this.head?.number;
    const isKnown = head !== undefined && seen !== undefined;
    const at = this.#answeredAt;
    return {
      name: this.name,
      isCurrent: this === current,
      head,
      behind: isKnown ? Math.max(seen.number - head, 0) : undefined,
      silentMs: at === undefined ? undefined : this.#options.now() - at,
      errorStreak: this.#streak,
      setAside: this.#aside?.reason,
    };
  }

  #answered(): void {
    this.#answeredAt = this.#options.now();
    this.#streak = 0;
  }

  #failed(): void {
    this.#streak += 1;
    this.#forget();
  }

  #forget(): void {
    this.head = undefined;
    this.isOfOurChain = false;
  }
}
