import { memberRoles, memberSizes, nameAt, namesIn, suspensionReasons } from "@tallystick/sdk";
import type { RefOf } from "../shared/memberRefs.ts";
import type { MemberRow } from "./memberRow.ts";

/** A member as lists show it. */
export function showMember(row: MemberRow, refOf: RefOf) {
  const { party_scheme: scheme, party_id: id } = row;
  return {
    memberId: Number(row.member_id),
    name: row.name ?? `member ${row.member_id}`,
    nameZh: row.name_zh,
    partyId: scheme === null || id === null ? null : { scheme, id },
    roles: namesIn(memberRoles, row.roles),
    size: nameAt(memberSizes, row.size),
    suspensions: namesIn(suspensionReasons, row.suspensions),
    primaryAccount: row.primary_account,
    guardian: refOf(row.guardian),
    overdueCount: row.overdue,
    admittedAt: row.admitted_at,
  };
}
