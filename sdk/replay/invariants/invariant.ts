import type { MemoryTables } from "../MemoryTables.ts";
import type { ReplayEvent } from "../replayEvent.ts";

/** One condition that was checked. */
export type Checked = {
  /** False is a violation. */
  readonly holds: boolean;
  /** What must hold, as a sentence about the thing that was looked at. */
  readonly sentence: () => string;
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** The event that wrote it last. */
  readonly event: ReplayEvent | undefined;
  /** `short` for a fact that breaks an invariant and is marked so; the invariant's own id without it. */
  readonly code?: string;
};

/** Takes what was checked. */
export type Report = (checked: Checked) => void;

/** A rule of the ledger that holds after every block. It looks at rows that the block wrote, and at sums of its own. */
export interface Invariant {
  /** `I1` to `I10`. */
  readonly id: string;
  /** Where what holds after an event need not hold any more after the block. */
  afterEvent?(tables: MemoryTables, event: ReplayEvent, report: Report): void;
  afterBlock(tables: MemoryTables, report: Report): void;
  /** Adds its sums up again from rows. */
  restore?(tables: MemoryTables): void;
  /** What rows don't tell, as JSON. */
  save?(): unknown;
  load?(state: unknown): void;
}
