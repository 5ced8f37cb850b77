import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { LotRow } from "./lotRow.ts";
import { showLot } from "./showLot.ts";

const select = `
  SELECT l.*, t.mark AS mark_text, t.goods AS goods_text, p.fresh_for, p.freeze_after, p.counter,
    p.over_capacity, k.block_time,
    coalesce(NOT c.owners_changed AND c.until >= k.block_time, false) AS is_admitted,
    coalesce((SELECT sum(r.held) FROM projected.receipt r
      WHERE r.lot_id = l.lot_id AND r.held > 0), 0)::numeric AS held
  FROM projected.lot l
  JOIN projected.location p ON p.location_id = l.location_id
  CROSS JOIN projected.checkpoint k
  LEFT JOIN projected.custodian c ON c.custodian = l.custodian
  LEFT JOIN local.lot_text t ON t.goods_key = l.goods_key`;

/** Lots as the projection has them. */
export const lotReadModel = {
  select,

  async row(database: Queryable, lot: number | bigint): Promise<LotRow> {
    const [row] = await database.query<LotRow>(`${select} WHERE l.lot_id = $1`, [lot]);
    return found(row, `lot ${lot}`);
  },

  async one(database: Queryable, lot: number | bigint) {
    const row = await lotReadModel.row(database, lot);
    return showLot(row, await memberRefs(database, [row.custodian]));
  },
} as const;
