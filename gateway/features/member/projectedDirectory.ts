import { memberRoles, namesIn } from "@tallystick/sdk";
import type { DirectoryMember, MemberDirectory } from "../../auth/memberDirectory.ts";
import type { Queryable } from "../../database/database.ts";

interface MemberRow {
  readonly member_id: bigint;
  readonly primary_account: string;
  readonly roles: number;
  readonly name: string | null;
  readonly accounts: readonly string[] | null;
}

// Accounts wait for a block time, so the chain's clock decides which of them act, not this machine's.
const select = `
  SELECT m.member_id, m.primary_account, m.roles, p.name,
    (SELECT array_agg(a.account ORDER BY a.account) FROM projected.account a
      WHERE a.member_id = m.member_id AND a.revoked_at IS NULL
        AND a.active_from <= (SELECT block_time FROM projected.checkpoint)) AS accounts
  FROM projected.member m LEFT JOIN local.party p ON p.member_id = m.member_id`;

function fromRow(row: MemberRow): DirectoryMember {
  return {
    memberId: Number(row.member_id),
    account: row.primary_account,
    accounts: row.accounts ?? [],
    name: row.name ?? `member ${row.member_id}`,
    roles: namesIn(memberRoles, row.roles),
  };
}

/** Members as the chain's events and the admissions of this gateway tell them. */
export function projectedDirectory(database: Queryable): MemberDirectory {
  return {
    async find(memberId) {
      const [row] = await database.query<MemberRow>(`${select} WHERE m.member_id = $1`, [memberId]);
      return row === undefined ? undefined : fromRow(row);
    },
    async findByAccount(account) {
      const [row] = await database.query<MemberRow>(
        `${select} WHERE m.member_id = (SELECT member_id FROM projected.account WHERE account = $1)`,
        [account],
      );
      const member = row === undefined ? undefined : fromRow(row);
      return member?.accounts.includes(account) ? member : undefined;
    },
    async findDemoMember(nameOrNumber) {
      const [row] = await database.query<MemberRow>(
        `${select} WHERE m.member_id::text = $1 OR lower(p.name) = lower($1) OR p.name_zh = $1
         ORDER BY m.member_id LIMIT 1`,
        [nameOrNumber],
      );
      return row === undefined ? undefined : fromRow(row);
    },
  };
}
