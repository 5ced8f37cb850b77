import type { MemoryTables } from "../MemoryTables.ts";
import type { ReplayEvent } from "../replayEvent.ts";
import type { Row } from "../replayTables.ts";
import { amountOf } from "./amountOf.ts";
import type { Invariant, Report } from "./invariant.ts";
import { Sums } from "./Sums.ts";

const counting: ReadonlySet<unknown> = new Set(["reserved", "live", "satisfied"]);
type Use = { readonly key: string; readonly amount: bigint };
/** What a claimant uses, and how many of its uses are in the sums. */
type Claimant = { readonly uses: Use[]; counted: number };

/** How much of each real thing is used, by what claimants use and in which phase they are. */
class Uses {
  readonly used = new Sums<string>();
  readonly #claimants = new Map<string, Claimant>();

  add(row: Row): string {
    const name = String(row["claimant"]);
    const claimant = this.#claimants.get(name) ?? { uses: [], counted: 0 };
    claimant.uses.push({ key: String(row["claim_key"]), amount: amountOf(row, "amount") });
    this.#claimants.set(name, claimant);
    return name;
  }

  keysOf(name: string): readonly string[] {
    return this.#claimants.get(name)?.uses.map(({ key }) => key) ?? [];
  }

  /** Brings the sums up to date with a claimant's phase. */
  count(name: string, phase: unknown): void {
    const claimant = this.#claimants.get(name);
    if (claimant === undefined) return;
    const { uses } = claimant;
    for (const { key, amount } of uses.slice(0, claimant.counted)) this.used.add(key, -amount);
    claimant.counted = counting.has(phase) ? uses.length : 0;
    for (const { key, amount } of uses.slice(0, claimant.counted)) this.used.add(key, amount);
  }
}

/** Ranges begin at `range_from` and end before `range_to`. */
function checkRange(
  tables: MemoryTables,
  row: Row,
  event: ReplayEvent | undefined,
  report: Report,
) {
  const [from, to] = [amountOf(row, "range_from"), amountOf(row, "range_to")];
  const others = tables.where("bill_range", { claim_key: row["claim_key"] });
  const overlapping = others.find(
    (other) =>
      amountOf(other, "range_from") !== from &&
      amountOf(other, "range_from") < to &&
      amountOf(other, "range_to") > from,
  );
  report({
    holds: overlapping === undefined,
    sentence: () => `Range ${from} to ${to} of bill ${row["claim_key"]} is used once`,
    field: "range_from",
    expected: "no other range that overlaps",
    actual: overlapping?.["range_from"],
    event,
  });
}

/** I5: per tag, live + reserved + satisfied <= what exists, unless marked short; ranges of a bill are disjoint. */
export function usedOnce(): Invariant {
  let uses = new Uses();
  const phaseOf = (tables: MemoryTables, claimant: string): unknown =>
    tables.row("claim_phase", { claimant })?.["phase"];

  function check(tables: MemoryTables, key: string, before: bigint, report: Report): void {
    const change = tables.changes.find("tally", key);
    const exists = amountOf(tables.row("tally", { claim_key: key }), "exists_amount");
    const used = uses.used.of(key);
    // What a credit note made short stays so; it was told then.
    if (change === undefined && used <= before) return;
    // A credit note is a fact: less exists than is used, and nothing of it can be used again.
    const isFact = change?.event?.name === "ClaimLowered";
    report({
      holds: used <= exists,
      sentence: () => `No more of ${key} is used than exists`,
      field: "exists_amount",
      expected: `at least ${used}`,
      actual: exists,
      event: change?.event ?? tables.changes.event,
      ...(isFact ? { code: "short" } : {}),
    });
  }

  return {
    id: "I5",
    afterBlock(tables, report) {
      const claimants = new Set<string>();
      for (const { before, after } of tables.changes.of("claim")) {
        if (before === undefined && after !== undefined) claimants.add(uses.add(after));
      }
      for (const { after } of tables.changes.of("claim_phase")) {
        claimants.add(String(after?.["claimant"]));
      }
      const before = new Map<string, bigint>();
      for (const name of claimants) {
        for (const key of uses.keysOf(name))
          if (!before.has(key)) before.set(key, uses.used.of(key));
      }
      for (const name of claimants) uses.count(name, phaseOf(tables, name));
      for (const { after } of tables.changes.of("tally")) {
        const key = String(after?.["claim_key"]);
        if (!before.has(key)) before.set(key, uses.used.of(key));
      }
      for (const [key, used] of before) check(tables, key, used, report);
      for (const { after, event } of tables.changes.of("bill_range")) {
        if (after !== undefined) checkRange(tables, after, event, report);
      }
    },
    restore(tables) {
      uses = new Uses();
      const claimants = new Set<string>();
      for (const row of tables.rows("claim")) claimants.add(uses.add(row));
      for (const name of claimants) uses.count(name, phaseOf(tables, name));
    },
  };
}
