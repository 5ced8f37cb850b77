import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { MemberRow } from "./memberRow.ts";
import { showMember } from "./showMember.ts";

const select = `
  SELECT m.*, p.name, p.name_zh, p.party_scheme, p.party_id
  FROM projected.member m LEFT JOIN local.party p ON p.member_id = m.member_id`;

/** Members as the projection and the admissions of this gateway tell them. */
export const memberReadModel = {
  select,

  async row(database: Queryable, memberId: number): Promise<MemberRow> {
    const [row] = await database.query<MemberRow>(`${select} WHERE m.member_id = $1`, [memberId]);
    return found(row, `member ${memberId}`);
  },

  async one(database: Queryable, memberId: number) {
    const row = await memberReadModel.row(database, memberId);
    return showMember(row, await memberRefs(database, [row.guardian]));
  },
} as const;
