import type { Queryable } from "../../database/database.ts";

/** A row of `projected.recovery`. */
export interface RecoveryRow {
  readonly member_id: bigint;
  readonly account: string;
  readonly document_digest: string;
  readonly proposed_by: readonly bigint[];
  readonly executable_from: Date | null;
  readonly proposed_at: Date;
}

/** Recoveries that run, as the projection has them. */
export const recoveryReadModel = {
  async of(database: Queryable, memberId: number): Promise<RecoveryRow | undefined> {
    const [row] = await database.query<RecoveryRow>(
      "SELECT * FROM projected.recovery WHERE member_id = $1",
      [memberId],
    );
    return row;
  },

  /** All that run, or those of a member and of its wards. There are few: a recovery lasts days. */
  list(database: Queryable, memberId: number | undefined): Promise<RecoveryRow[]> {
    return database.query<RecoveryRow>(
      `SELECT r.* FROM projected.recovery r JOIN projected.member m ON m.member_id = r.member_id
       WHERE $1::int8 IS NULL OR $1 IN (m.member_id, m.guardian) ORDER BY r.proposed_at, r.member_id`,
      [memberId ?? null],
    );
  },
} as const;
