import { memberRoles, namesIn, suspensionReasons } from "@tallystick/sdk";
import type { AuditReport } from "../auditReport.ts";
import { instantOf } from "../instantOf.ts";
import type { ReportState } from "../state/readState.ts";
import { rowsOf } from "../state/rowsOf.ts";

/** Members as they stand at the last block. */
export function membersOf({ source, facts }: ReportState): AuditReport["members"] {
  return rowsOf(
    source,
    "member",
    (row) => ({
      member: row.number("member_id"),
      name: facts.names?.[`${row.number("member_id")}`] ?? null,
      roles: [...namesIn(memberRoles, row.int("roles"))],
      suspensions: [...namesIn(suspensionReasons, row.int("suspensions"))],
      identityDigest: row.text("identity_digest"),
      admittedAt: instantOf(row.time("admitted_at")),
    }),
    ({ member }) => member,
  );
}
