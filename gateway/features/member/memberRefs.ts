import { memberRoles, namesIn } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import type { MemberRef } from "./memberRefBody.ts";

interface RefRow {
  readonly member_id: bigint;
  readonly roles: number;
  readonly name: string | null;
  readonly name_zh: string | null;
}

const sql = `
  SELECT m.member_id, m.roles, p.name, p.name_zh
  FROM projected.member m LEFT JOIN local.party p ON p.member_id = m.member_id
  WHERE m.member_id IN (SELECT value::int8 FROM jsonb_array_elements_text($1::jsonb))`;

/** Members by number, with what is shown of them. One that is not known here is shown by its number. */
export type MemberRefs = (memberId: bigint | number) => MemberRef;

/** Looks all members of an answer up at once. */
export async function memberRefs(
  database: Queryable,
  memberIds: Iterable<bigint | number | null>,
): Promise<MemberRefs> {
  const asked = [...new Set([...memberIds].filter((id) => id !== null).map(String))];
  const rows = asked.length === 0 ? [] : await database.query<RefRow>(sql, [JSON.stringify(asked)]);
  const found = new Map(rows.map((row) => [String(row.member_id), row]));
  return (memberId) => {
    const row = found.get(String(memberId));
    return {
      memberId: Number(memberId),
      name: row?.name ?? `member ${memberId}`,
      nameZh: row?.name_zh ?? null,
      roles: [...namesIn(memberRoles, row?.roles ?? 0)],
    };
  };
}
