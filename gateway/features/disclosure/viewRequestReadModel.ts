import type { Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

/** A row of `local.view_request` with its certificate's holder. */
export interface ViewRequestRow {
  readonly view_request_id: string;
  readonly certificate_id: bigint;
  readonly bank: bigint;
  readonly holder: bigint;
  readonly note: string;
  readonly state: "open" | "granted";
  readonly asked_at: Date;
  readonly granted_at: Date | null;
}

/** What view requests are narrowed by. */
export interface ViewRequestFilter {
  readonly id?: string;
  readonly bank?: number;
  readonly holder?: number;
}

/** Wishes to look at certificates, newest first; at most 500, since each is asked and granted by a person. */
export const viewRequestReadModel = {
  rows(database: Queryable, { id, bank, holder }: ViewRequestFilter): Promise<ViewRequestRow[]> {
    const { where, values } = whereAll([
      ["v.view_request_id = ?", id],
      ["v.bank = ?", bank],
      ["c.holder = ?", holder],
    ]);
    return database.query<ViewRequestRow>(
      `SELECT v.*, c.holder FROM local.view_request v
       JOIN projected.certificate c ON c.certificate_id = v.certificate_id
       ${where} ORDER BY v.asked_at DESC, v.view_request_id LIMIT 500`,
      values,
    );
  },

  /** Rows as `viewer` may see them. */
  async show(database: Queryable, rows: readonly ViewRequestRow[], viewer: number) {
    const refOf = await memberRefs(
      database,
      rows.flatMap(({ bank, holder }) => [bank, holder]),
    );
    return rows.map((row) => {
      const seesHolder = row.state === "granted" || row.holder === BigInt(viewer);
      return {
        viewRequest: row.view_request_id,
        certificate: row.certificate_id,
        bank: refOf(row.bank),
        holder: seesHolder ? refOf(row.holder) : null,
        note: row.note,
        state: row.state,
        askedAt: row.asked_at,
        grantedAt: row.granted_at,
      };
    });
  },
} as const;
