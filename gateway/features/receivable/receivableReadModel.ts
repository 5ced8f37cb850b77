import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { shareReads } from "../shared/shareReads.ts";
import type { ReceivableRow } from "./receivableRow.ts";
import { showReceivable } from "./showReceivable.ts";

const readRow = shareReads(async (database, receivables: readonly number[]) => {
  const rows = await database.query<ReceivableRow>(
    "SELECT * FROM projected.receivable WHERE receivable_id = ANY($1::int8[])",
    [receivables],
  );
  const known = new Map(rows.map((row) => [Number(row.receivable_id), row]));
  return receivables.map((receivable) => known.get(receivable));
});

/** Receivables as the projection has them. */
export const receivableReadModel = {
  async row(database: Queryable, receivable: number): Promise<ReceivableRow> {
    return found(await readRow(database, receivable), `receivable ${receivable}`);
  },

  async one(database: Queryable, receivable: number) {
    const row = await receivableReadModel.row(database, receivable);
    return showReceivable(row, await memberRefs(database, [row.obligor, row.creditor]));
  },
} as const;
