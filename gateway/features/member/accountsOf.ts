import type { Queryable } from "../../database/database.ts";

interface AccountRow {
  readonly account: string;
  readonly active: boolean;
  readonly active_from: Date;
  readonly revoked_at: Date | null;
  readonly held_here: boolean;
}

// A key that this very request made is its member's once the request is answered; until then it is nobody's.
/** Every account that a member has or had, the oldest first. */
export async function accountsOf(database: Queryable, memberId: number) {
  const rows = await database.query<AccountRow>(
    `SELECT a.account, a.active_from, a.revoked_at,
       a.revoked_at IS NULL AND a.active_from <= (SELECT block_time FROM projected.checkpoint) AS active,
       EXISTS (SELECT 1 FROM local.held_key k
         WHERE k.address = lower(a.account) AND k.member_id IN (a.member_id, 0)) AS held_here
     FROM projected.account a WHERE a.member_id = $1 ORDER BY a.active_from, a.account`,
    [memberId],
  );
  return rows.map(({ account, active, active_from, revoked_at, held_here }) => ({
    account,
    active,
    activeFrom: active_from,
    revokedAt: revoked_at,
    keyHeldHere: held_here,
  }));
}
