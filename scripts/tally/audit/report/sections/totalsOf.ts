import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import type { ReportState } from "../state/readState.ts";
import { sumBy } from "../sumBy.ts";

/** What was issued in each currency, and what became of it. */
export function totalsOf({ receivables }: ReportState): AuditReport["totals"] {
  return grouped(receivables.values(), ({ currency }) => [currency] as const).map(
    ([[currency], items]) => {
      const issued = items.filter(({ isIssued }) => isIssued);
      return {
        currency,
        receivables: issued.length,
        issuedMinor: `${sumBy(issued, ({ amount }) => amount)}`,
        liveMinor: `${sumBy(issued, ({ live }) => live)}`,
        settledMinor: `${sumBy(issued, ({ settled }) => settled)}`,
        retiredMinor: `${sumBy(issued, ({ retired }) => retired)}`,
        waitingMinor: `${sumBy(issued, ({ waiting }) => waiting)}`,
      };
    },
  );
}
