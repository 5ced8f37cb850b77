import type { Queryable } from "../../database/database.ts";
import { found } from "./found.ts";

/** The epoch that a member's signatures name now. */
export async function epochOf(database: Queryable, memberId: number): Promise<number> {
  const [row] = await database.query<{ epoch: bigint }>(
    "SELECT epoch FROM projected.member WHERE member_id = $1",
    [memberId],
  );
  return Number(found(row, `member ${memberId}`).epoch);
}
