import { ageBucketOf } from "../ageBucketOf.ts";
import { ageBuckets } from "../ageBuckets.ts";
import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import type { Certificate } from "../state/readCertificates.ts";
import type { Receivable } from "../state/readReceivables.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";
import { sumBy } from "../sumBy.ts";

type Obligor = AuditReport["obligors"][number];

const noLimit = { limit: 0n, ceiling: 0n, inUse: 0n };

function limitsOf({ source }: ReportState) {
  const rows = rowsOf(
    source,
    "obligor_limit",
    (row) => ({
      key: `${row.number("obligor")} ${row.text("currency")}`,
      limit: row.int("limit_minor"),
      ceiling: row.int("ceiling_minor"),
      inUse: row.int("in_use_minor"),
    }),
    ({ key }) => key,
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Dates are few and certificates many, so each date is aged once. */
function ageing(certificates: readonly Certificate[], today: string): Obligor["ageing"] {
  const days = grouped(certificates, ({ dueDate }) => [dueDate] as const);
  const aged = Map.groupBy(days, ([[dueDate]]) => ageBucketOf(dueDate, today));
  return ageBuckets.map((bucket) => {
    const items = (aged.get(bucket) ?? []).flatMap(([, its]) => its);
    const amountMinor = `${sumBy(items, ({ value }) => value)}`;
    return { bucket, certificates: items.length, amountMinor };
  });
}

function sums(items: readonly Receivable[], today: string) {
  const issued = items.filter(({ isIssued }) => isIssued);
  const confirmed = items.filter(({ state }) => state === "confirmed");
  const pastDue = issued.filter(({ dueDate }) => dueDate < today);
  const overdue = issued.filter(({ overdueSince }) => overdueSince !== undefined);
  const live = ({ live: amount }: Receivable): bigint => amount;
  return {
    receivables: issued.length,
    issuedMinor: `${sumBy(issued, ({ amount }) => amount)}`,
    liveMinor: `${sumBy(issued, live)}`,
    settledMinor: `${sumBy(issued, ({ settled }) => settled)}`,
    retiredMinor: `${sumBy(issued, ({ retired }) => retired)}`,
    unacceptedMinor: `${sumBy(confirmed, ({ amount }) => amount)}`,
    pastDueMinor: `${sumBy(pastDue, live)}`,
    overdueMinor: `${sumBy(overdue, live)}`,
  };
}

/** What each obligor owes in each currency, by when it is due. The largest first. */
export function obligorsOf(state: ReportState): AuditReport["obligors"] {
  const limits = limitsOf(state);
  const live = grouped(
    [...state.certificates.values()].filter(({ value }) => value > 0n),
    ({ obligor, currency }) => [obligor, currency] as const,
  );
  const held = new Map(live.map(([key, items]) => [key.join(" "), items]));
  const all = grouped(
    state.receivables.values(),
    ({ obligor, currency }) => [obligor, currency] as const,
  ).map(([[obligor, currency], items]): Obligor => {
    const key = `${obligor} ${currency}`;
    const { limit, ceiling, inUse } = limits.get(key) ?? noLimit;
    return {
      obligor,
      currency,
      ...sums(items, state.today),
      limitMinor: `${limit}`,
      ceilingMinor: `${ceiling}`,
      inUseMinor: `${inUse}`,
      ageing: ageing(held.get(key) ?? [], state.today),
    };
  });
  // Stable: equals stay in the order of their numbers.
  return all.sort((left, right) => {
    const more = BigInt(right.liveMinor) - BigInt(left.liveMinor);
    return more > 0n ? 1 : more < 0n ? -1 : 0;
  });
}
