import type { MemoryTables } from "../MemoryTables.ts";
import { placeOf } from "../placeOf.ts";
import type { ReplayEvent } from "../replayEvent.ts";
import type { ReplayFinding } from "../replayFinding.ts";
import { authority } from "./authority.ts";
import { conservation } from "./conservation.ts";
import { dueDays } from "./dueDays.ts";
import { encumbrance } from "./encumbrance.ts";
import { holds } from "./holds.ts";
import type { Checked, Invariant } from "./invariant.ts";
import { limits } from "./limits.ts";
import { lineage } from "./lineage.ts";
import { payments } from "./payments.ts";
import { stock } from "./stock.ts";
import { usedOnce } from "./usedOnce.ts";

/** How often an invariant was checked, and how often it did not hold. */
export type InvariantCount = { readonly id: string; checked: number; failed: number };

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}

/** The ten invariants of the ledger, checked after every block on the rows that the block wrote. */
export class Invariants {
  readonly #all: readonly Invariant[] = [
    ...[conservation(), lineage(), holds(), limits(), usedOnce()],
    ...[stock(), encumbrance(), payments(), authority(), dueDays()],
  ];
  readonly counts: readonly InvariantCount[] = this.#all.map(({ id }) => ({
    id,
    checked: 0,
    failed: 0,
  }));

  afterEvent(tables: MemoryTables, event: ReplayEvent): readonly ReplayFinding[] {
    return this.#each((invariant, report) => invariant.afterEvent?.(tables, event, report));
  }

  afterBlock(tables: MemoryTables): readonly ReplayFinding[] {
    return this.#each((invariant, report) => invariant.afterBlock(tables, report));
  }

  /** Counts anew, for a later range. */
  reset(): void {
    for (const count of this.counts) Object.assign(count, { checked: 0, failed: 0 });
  }

  /** What must be stored beside the rows to go on later; JSON. */
  save(): unknown {
    const states = this.#all.flatMap(({ id, save }) => (save === undefined ? [] : [[id, save()]]));
    return { counts: this.counts, states: Object.fromEntries(states) };
  }

  /** Goes on with the rows of `tables` and what `save` answered. */
  load(tables: MemoryTables, saved: unknown): void {
    const { counts, states } = saved as {
      readonly counts: readonly InvariantCount[];
      readonly states: Readonly<Record<string, unknown>>;
    };
    for (const [index, count] of this.counts.entries()) Object.assign(count, counts[index]);
    for (const { id, restore, load } of this.#all) {
      restore?.(tables);
      load?.(states[id]);
    }
  }

  #each(
    check: (invariant: Invariant, report: (checked: Checked) => void) => void,
  ): readonly ReplayFinding[] {
    const findings: ReplayFinding[] = [];
    for (const [index, invariant] of this.#all.entries()) {
      const count = this.counts[index];
      check(invariant, (checked) => {
        if (count !== undefined) count.checked += 1;
        if (checked.holds) return;
        const code = checked.code ?? invariant.id;
        if (count !== undefined && checked.code === undefined) count.failed += 1;
        findings.push({
          code,
          sentence: `${code === "short" ? "Marked short" : "Does not hold"}: ${checked.sentence()}.`,
          ...placeOf(checked.event),
          field: checked.field,
          expected: textOf(checked.expected),
          actual: textOf(checked.actual),
        });
      });
    }
    return findings;
  }
}
