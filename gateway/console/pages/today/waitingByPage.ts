import type { Overview } from "../../api/overview.ts";
import { taskPages } from "./taskPages.ts";

/** How many things wait on each page of the menu; pages where nothing waits are absent. */
export function waitingByPage(overview: Overview | undefined): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { task, count } of overview?.tasks ?? []) {
    const page = taskPages[task]?.page;
    if (page !== undefined && count > 0) counts[page] = (counts[page] ?? 0) + count;
  }
  return counts;
}
