import type { Obligation } from "../../api/obligation.ts";

const DAY_MS = 86_400_000;

/** What falls due in one week of one currency. */
export interface DueWeek {
  /** Monday, YYYY-MM-DD. */
  readonly monday: string;
  readonly minor: bigint;
}

function mondayOf(date: string): string {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  // 1970-01-01 was a Thursday.
  return new Date((day - ((day + 3) % 7)) * DAY_MS).toISOString().slice(0, 10);
}

/** Unpaid amounts by currency and week; weeks in which nothing falls due are there too, up to half a year. */
export function dueByWeek(items: readonly Obligation[]) {
  const currencies = Map.groupBy(items, ({ currency }) => currency);
  return [...currencies].map(([currency, some]) => {
    const sums = new Map<string, bigint>();
    for (const { dueDate, amountMinor } of some) {
      const monday = mondayOf(dueDate);
      sums.set(monday, (sums.get(monday) ?? 0n) + BigInt(amountMinor));
    }
    const known = [...sums.keys()].sort();
    const first = Date.parse(`${known[0]}T00:00:00Z`);
    const last = Date.parse(`${known.at(-1)}T00:00:00Z`);
    const count = Math.min(26, Math.round((last - first) / (7 * DAY_MS)) + 1);
    const weeks: DueWeek[] = Array.from({ length: Math.max(count, 6) }, (_, index) => {
      const monday = new Date(first + index * 7 * DAY_MS).toISOString().slice(0, 10);
      return { monday, minor: sums.get(monday) ?? 0n };
    });
    return { currency, weeks };
  });
}
