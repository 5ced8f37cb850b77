import type { AuditReport } from "../auditReport.ts";
import { grouped } from "../grouped.ts";
import type { Certificate } from "../state/readCertificates.ts";
import type { ReportState } from "../state/readState.ts";
import { sumBy } from "../sumBy.ts";

const liveOf = ({ value }: Certificate): bigint => value;

function held(items: readonly Certificate[]) {
  return { certificates: items.length, amountMinor: `${sumBy(items, liveOf)}` };
}

/** Live value by how far it travelled, by who holds it and by when it is due. */
export function outstandingOf({ certificates }: ReportState): AuditReport["outstanding"] {
  const live = [...certificates.values()].filter(({ value }) => value > 0n);
  const tiers = grouped(live, ({ currency, tier }) => [currency, tier] as const);
  const months = grouped(live, (its) => [its.currency, its.dueDate.slice(0, 7)] as const);
  const holders = grouped(live, ({ holder, currency }) => [holder, currency] as const);
  return {
    tiers: tiers.map(([[currency, tier], items]) => ({ currency, tier, ...held(items) })),
    holders: holders.map(([[holder, currency], items]) => ({
      holder,
      currency,
      ...held(items),
      financedMinor: `${sumBy(
        items.filter(({ financed }) => financed),
        liveOf,
      )}`,
      heldMinor: `${sumBy(items, (its) => its.held)}`,
      pledgedMinor: `${sumBy(items, ({ pledged }) => pledged)}`,
      frozenMinor: `${sumBy(
        items.filter(({ frozen }) => frozen),
        liveOf,
      )}`,
    })),
    months: months.map(([[currency, month], items]) => ({ currency, month, ...held(items) })),
  };
}
