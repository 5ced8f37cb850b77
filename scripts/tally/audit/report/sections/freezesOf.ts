import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";

/** Legal freezes and releases, proposed by one account and confirmed by another one, in the order of the proposals. */
export function freezesOf({ source, certificates }: ReportState): AuditReport["freezes"] {
  const rows = rowsOf(
    source,
    "freeze",
    (row) => ({ key: row.text("freeze_id"), row }),
    ({ key }) => key,
  );
  return rows.map(({ row }) => {
    const certificate = certificates.get(row.int("certificate_id"));
    return {
      certificate: `${row.int("certificate_id")}`,
      freezes: row.flag("freezes"),
      valueMinor: `${certificate?.value ?? 0n}`,
      currency: certificate?.currency ?? "",
      documentDigest: row.text("document_digest"),
      proposedBy: row.number("proposed_by"),
      proposedAt: instantOf(row.time("proposed_at")),
      confirmedBy: row.numberOrNone("confirmed_by") ?? null,
      confirmedAt: instantOf(row.timeOrNone("confirmed_at")),
    };
  });
}
