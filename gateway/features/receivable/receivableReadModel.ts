import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { shareReads } from "../shared/shareReads.ts";
import { whereAll } from "../shared/whereAll.ts";
import type { ReceivableRow } from "./receivableRow.ts";
import { showReceivable } from "./showReceivable.ts";

/** What a list of receivables is narrowed by; undefined asks for all. */
export interface ReceivableFilter {
  readonly obligor?: number | undefined;
  readonly creditor?: number | undefined;
  readonly party?: number | undefined;
  readonly state: string | undefined;
  readonly dueFrom: string | undefined;
  readonly dueTo: string | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

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

  /** Newest first, one row more than `limit` when there are more. */
  list(database: Queryable, filter: ReceivableFilter): Promise<ReceivableRow[]> {
    const { where, values } = whereAll([
      ["obligor = ?", filter.obligor],
      ["creditor = ?", filter.creditor],
      ["obligor = ? OR creditor = ?", filter.party],
      ["state = ?", filter.state],
      ["due_date >= ?", filter.dueFrom],
      ["due_date <= ?", filter.dueTo],
      ["receivable_id < ?", filter.after],
    ]);
    return database.query<ReceivableRow>(
      `SELECT * FROM projected.receivable ${where}
       ORDER BY receivable_id DESC LIMIT ${filter.limit + 1}`,
      values,
    );
  },
} as const;
