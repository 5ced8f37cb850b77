import type { CatchUpProgress } from "./catchUpPace.ts";

/** What the projector is doing. */
export interface ProjectorStatus {
  /** `retrying`: a fault that may pass; `stopped`: a defect or an incident, which needs a person. */
  readonly state: "idle" | "following" | "catching-up" | "retrying" | "stopped";
  /** The last block whose rows are written; -1 before the first start. */
  readonly blockNumber: number;
  readonly blockTime: Date | undefined;
  readonly headNumber: number;
  /** While it catches up. */
  readonly progress: CatchUpProgress | undefined;
  /** Why it retries or stopped. */
  readonly sentence: string | undefined;
  /** Whether the head was reached since the projection began: before, what has no row may well exist. */
  readonly isComplete: boolean;
}

/** Follows the chain into schema `projected`. */
export interface Projector {
  /** Checks handlers against the ABIs, rebuilds when code or chain changed, then follows. */
  start(): Promise<void>;
  /** Ends after the batch at work. */
  stop(): Promise<void>;
  status(): ProjectorStatus;
  /**
   * Resolves once `block` is projected. Rejects with problem `projection-behind` after `timeoutMs` or when stopped.
   */
  waitForBlock(block: number, timeoutMs?: number): Promise<void>;
  /** Looks at the chain now. */
  poke(): void;
  /** Empties schema `projected` and projects everything again; resolves when it is empty. */
  rebuild(): Promise<void>;
  /** Carries `work` out while this projector writes nothing. It must not wait for a block. */
  holdStill<T>(work: () => Promise<T>): Promise<T>;
  /** Calls `listener` after each committed batch; answers how to stop that. */
  onAdvance(listener: (status: ProjectorStatus) => void): () => void;
}
