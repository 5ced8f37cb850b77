import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { type Condition, whereAll } from "../shared/whereAll.ts";
import type { LotRow } from "./lotRow.ts";
import { showLot } from "./showLot.ts";

/** What a list of lots is narrowed by; undefined asks for all. */
export interface LotFilter {
  /** Keeps them, counts them, or holds receipts of them. */
  readonly concerned: number | undefined;
  readonly custodian: number | undefined;
  readonly location: number | undefined;
  readonly isShort: boolean | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

const concerns = `l.custodian = ?::int8 OR p.counter = ?::int8 OR EXISTS (
  SELECT 1 FROM projected.receipt r
  WHERE r.lot_id = l.lot_id AND r.holder = ?::int8 AND r.cause <> 'root')`;

function select(where: string, limit: number): string {
  return `
    SELECT l.*, t.mark AS mark_text, t.goods AS goods_text, p.fresh_for, p.freeze_after,
      p.over_capacity, k.block_time,
      coalesce(NOT c.owners_changed AND c.until >= k.block_time, false) AS is_admitted,
      coalesce((SELECT sum(r.held) FROM projected.receipt r
        WHERE r.lot_id = l.lot_id AND r.held > 0), 0)::numeric AS held
    FROM projected.lot l
    JOIN projected.location p ON p.location_id = l.location_id
    CROSS JOIN projected.checkpoint k
    LEFT JOIN projected.custodian c ON c.custodian = l.custodian
    LEFT JOIN local.lot_text t ON t.goods_key = l.goods_key
    ${where} ORDER BY l.lot_id DESC LIMIT ${limit}`;
}

async function rowsOf(database: Queryable, conditions: readonly Condition[], limit: number) {
  const { where, values } = whereAll(conditions);
  return database.query<LotRow>(select(where, limit), values);
}

/** Lots as the projection has them. */
export const lotReadModel = {
  async row(database: Queryable, lot: number | bigint): Promise<LotRow> {
    const [row] = await rowsOf(database, [["l.lot_id = ?", lot]], 1);
    return found(row, `lot ${lot}`);
  },

  async one(database: Queryable, lot: number | bigint) {
    const row = await lotReadModel.row(database, lot);
    return showLot(row, await memberRefs(database, [row.custodian]));
  },

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  async list(database: Queryable, filter: LotFilter) {
    const conditions: readonly Condition[] = [
      [concerns, filter.concerned],
      ["l.custodian = ?", filter.custodian],
      ["l.location_id = ?", filter.location],
      ["(l.short_since IS NOT NULL) = ?", filter.isShort],
      ["l.lot_id < ?", filter.after],
    ];
    const rows = await rowsOf(database, conditions, filter.limit + 1);
    const refOf = await memberRefs(
      database,
      rows.map(({ custodian }) => custodian),
    );
    return { rows, refOf };
  },
} as const;
