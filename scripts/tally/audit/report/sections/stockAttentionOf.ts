import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";

type Attention = AuditReport["attention"];

function lotsOf({ source }: ReportState): Attention {
  const lots = rowsOf(
    source,
    "lot",
    (row) => ({ lot: row.number("lot_id"), row }),
    ({ lot }) => lot,
  );
  return lots.flatMap(({ lot, row }) => {
    const subject = `lot ${lot}`;
    const measured = `${row.int("measured")}`;
    const found: Attention = [];
    const since = row.timeOrNone("short_since");
    if (since !== undefined) {
      const values = { since: instantOf(since), live: `${row.int("live")}`, measured };
      found.push({ code: "lot-short", subject, values: { ...values, unit: row.text("unit") } });
    }
    if (row.flag("contradicted")) {
      const counts = {
        custodian: `${row.int("by_custodian")}`,
        counter: `${row.int("by_counter")}`,
      };
      found.push({ code: "lot-contradicted", subject, values: counts });
    }
    return found;
  });
}

function locationsOf({ source }: ReportState): Attention {
  return rowsOf(
    source,
    "location",
    (row) => row,
    (row) => row.int("location_id"),
  )
    .filter((row) => row.flag("over_capacity"))
    .map((row) => ({
      code: "location-over-capacity",
      subject: `location ${row.int("location_id")}`,
      values: { measured: `${row.int("measured")}`, capacity: `${row.int("capacity")}` },
    }));
}

function custodiansOf({ source, facts }: ReportState): Attention {
  return rowsOf(
    source,
    "custodian",
    (row) => row,
    (row) => row.int("custodian"),
  ).flatMap((row) => {
    const subject = `member ${row.int("custodian")}`;
    const found: Attention = [];
    const changed = row.timeOrNone("ownership_changed_at");
    if (row.flag("owners_changed") && changed !== undefined) {
      const values = { since: instantOf(changed) };
      found.push({ code: "custodian-owners-changed", subject, values });
    }
    const until = row.time("until");
    if (until < facts.range.toTime) {
      found.push({
        code: "custodian-admission-lapsed",
        subject,
        values: { since: instantOf(until) },
      });
    }
    return found;
  });
}

/** What an auditor should look at of goods and of those who keep them. */
export function stockAttentionOf(state: ReportState): Attention {
  return [...lotsOf(state), ...locationsOf(state), ...custodiansOf(state)];
}
