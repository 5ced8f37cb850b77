import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";
import type { MemberRow } from "./memberRow.ts";
import { showMember } from "./showMember.ts";

/** What a list of members is narrowed by; undefined asks for all. */
export interface MemberFilter {
  /** A role's bit. */
  readonly role: number | undefined;
  /** Part of a name. */
  readonly text: string | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

const select = `
  SELECT m.*, p.name, p.name_zh, p.party_scheme, p.party_id
  FROM projected.member m LEFT JOIN local.party p ON p.member_id = m.member_id`;

/** Members as the projection and the admissions of this gateway tell them. */
export const memberReadModel = {
  async row(database: Queryable, memberId: number): Promise<MemberRow> {
    const [row] = await database.query<MemberRow>(`${select} WHERE m.member_id = $1`, [memberId]);
    return found(row, `member ${memberId}`);
  },

  async one(database: Queryable, memberId: number) {
    const row = await memberReadModel.row(database, memberId);
    return showMember(row, await memberRefs(database, [row.guardian]));
  },

  /** In the order of admission, one row more than `limit` when there are more. */
  list(database: Queryable, { role, text, after, limit }: MemberFilter): Promise<MemberRow[]> {
    const { where, values } = whereAll([
      ["(m.roles & ?) <> 0", role],
      ["position(lower(?) in lower(p.name)) > 0 OR position(? in p.name_zh) > 0", text],
      ["m.member_id > ?", after],
    ]);
    const sql = `${select} ${where} ORDER BY m.member_id LIMIT ${limit + 1}`;
    return database.query<MemberRow>(sql, values);
  },
} as const;
