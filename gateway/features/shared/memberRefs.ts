import { type MemberRole, memberRoles, namesIn } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { shareReads } from "./shareReads.ts";

/** A member as answers show it. */
export interface MemberRef {
  readonly memberId: number;
  readonly name: string;
  readonly nameZh: string | null;
  readonly roles: readonly MemberRole[];
}

/** Looks members up that were asked for; null for no member. */
export type RefOf = <Id extends bigint | number | null>(
  id: Id,
) => null extends Id ? MemberRef | null : MemberRef;

interface RefRow {
  readonly member_id: bigint;
  readonly name: string | null;
  readonly name_zh: string | null;
  readonly roles: number;
}

const select = `
  SELECT m.member_id, p.name, p.name_zh, m.roles
  FROM projected.member m LEFT JOIN local.party p ON p.member_id = m.member_id
  WHERE m.member_id = ANY($1::int8[])`;

function fromRow({ member_id, name, name_zh, roles }: RefRow): MemberRef {
  return {
    memberId: Number(member_id),
    name: name ?? `member ${member_id}`,
    nameZh: name_zh,
    roles: namesIn(memberRoles, roles),
  };
}

const readRefs = shareReads(async (database, lists: readonly (readonly number[])[]) => {
  const wanted = [...new Set(lists.flat())];
  const rows = await database.query<RefRow>(select, [wanted]);
  const known = new Map(rows.map((row) => [Number(row.member_id), fromRow(row)]));
  return lists.map(() => known);
});

/** Everybody whom an answer names, in one query. */
export async function memberRefs(
  database: Queryable,
  ids: Iterable<bigint | number | null>,
): Promise<RefOf> {
  const wanted = [...new Set([...ids].filter((id) => id !== null).map(Number))];
  const known =
    wanted.length === 0 ? new Map<number, MemberRef>() : await readRefs(database, wanted);
  const refOf = (id: bigint | number | null): MemberRef | null => {
    if (id === null) return null;
    const memberId = Number(id);
    return known.get(memberId) ?? { memberId, name: `member ${id}`, nameZh: null, roles: [] };
  };
  return refOf as RefOf;
}
