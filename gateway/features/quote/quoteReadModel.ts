import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { quoteSql } from "./quoteSql.ts";
import { type QuoteRow, showQuote } from "./showQuote.ts";

// $1 is the member. A financier never sees another one's quotes, whatever its office: these are prices.
const own = "$1 IN (q.financier, q.holder)";

/** Quotes, for the financiers that made them and the holders that got them. */
export function quoteReadModel(database: Queryable) {
  return {
    /** One of the member's; problem `not-found` also for one between others. */
    async find(quote: bigint, viewer: number): Promise<QuoteRow> {
      const sql = quoteSql.select(`${own} AND q.quote_id = $2`);
      const [row] = await database.query<QuoteRow>(sql, [viewer, quote]);
      return found(row, `quote ${quote}`);
    },

    /** Newest first, at most 500. */
    ofRequest(request: bigint, viewer: number): Promise<QuoteRow[]> {
      const where = `${own} AND q.request_id = $2`;
      const sql = `${quoteSql.select(where)} ORDER BY quote_id DESC LIMIT 500`;
      return database.query<QuoteRow>(sql, [viewer, request]);
    },

    async show(rows: readonly QuoteRow[]) {
      const banks = rows.map(({ terms }) => (terms as { readonly bank: number }).bank);
      const parties = rows.flatMap(({ financier, holder, obligor }) => [
        financier,
        holder,
        obligor,
      ]);
      const refOf = await memberRefs(database, [...parties, ...banks]);
      return rows.map((row) => showQuote(row, refOf));
    },
  };
}
