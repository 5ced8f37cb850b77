import type { Exposure } from "../../api/exposure.ts";

/** Exposures added up per currency. */
export function exposureTotals(items: readonly Exposure[]) {
  return [...Map.groupBy(items, ({ currency }) => currency)].map(([currency, some]) => {
    const sum = (part: keyof Exposure & `${string}Minor`) =>
      some.reduce((total, item) => total + BigInt(item[part]), 0n);
    return {
      currency,
      total: sum("totalMinor"),
      withRecourse: sum("withRecourseMinor"),
      withoutRecourse: sum("withoutRecourseMinor"),
      overdue: sum("overdueMinor"),
      pending: sum("pendingMinor"),
    };
  });
}
