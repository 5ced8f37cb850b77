import { civilDateToDay } from "@tallystick/sdk";

const edges = [30, 90, 180] as const;

/**
 * The ageing bucket of a due day: `due-0-30`, `due-31-90`, `due-91-180`, `due-over-180` up to and on the due day, which ends
 * as a civil day of the ledger; `late-1-30`, `late-31-90`, `late-91-180`, `late-over-180` after it.
 */
export function ageBucketOf(dueDate: string, today: string): string {
  const days = civilDateToDay(dueDate) - civilDateToDay(today);
  const side = days >= 0 ? "due" : "late";
  let from = days >= 0 ? 0 : 1;
  for (const edge of edges) {
    if (Math.abs(days) <= edge) return `${side}-${from}-${edge}`;
    from = edge + 1;
  }
  return `${side}-over-180`;
}
