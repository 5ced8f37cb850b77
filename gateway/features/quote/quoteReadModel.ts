import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { type QuoteRow, showQuote } from "./showQuote.ts";

/** Which quotes a list has. */
export interface QuoteFilter {
  readonly direction: keyof typeof directions;
  readonly status?: QuoteRow["status"] | undefined;
  readonly after?: bigint | undefined;
  readonly limit: number;
}

/** $1 is the member. A financier never sees another one's quotes, whatever its office: these are prices. */
const directions = {
  made: "q.financier = $1",
  received: "q.holder = $1",
  both: "$1 IN (q.financier, q.holder)",
} as const;

// Whether a quote was accepted, the chain says: acceptance used up the financier's nonce.
const select = (where: string) => `
  SELECT * FROM (
    SELECT q.quote_id, q.request_id, q.certificate_id, c.receivable_id, q.financier, q.holder, c.obligor, c.currency,
      c.due_date, q.terms, q.account, q.signature, q.tags_checked_at, q.quoted_at, f.financing_id,
      CASE WHEN f.financing_id IS NOT NULL THEN 'accepted' WHEN q.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN q.deadline < (SELECT block_time FROM projected.checkpoint) THEN 'expired'
        WHEN (q.terms ->> 'epoch')::int8 <> m.epoch THEN 'void' ELSE 'open' END AS status
    FROM local.quote q
    JOIN projected.certificate c ON c.certificate_id = q.certificate_id
    JOIN projected.member m ON m.member_id = q.financier
    LEFT JOIN LATERAL (SELECT financing_id FROM projected.financing
      WHERE quote ->> 'nonce' = q.nonce AND financier = q.financier LIMIT 1) f ON true
    WHERE ${where}) AS quote`;

/** Quotes, for the financiers that made them and the holders that got them. */
export function quoteReadModel(database: Queryable) {
  return {
    /** One of the member's; problem `not-found` also for one between others. */
    async find(quote: bigint, viewer: number): Promise<QuoteRow> {
      const sql = select(`${directions.both} AND q.quote_id = $2`);
      const [row] = await database.query<QuoteRow>(sql, [viewer, quote]);
      return found(row, `quote ${quote}`);
    },

    /** Newest first, at most 500. */
    ofRequest(request: bigint, viewer: number): Promise<QuoteRow[]> {
      const where = `${directions.both} AND q.request_id = $2`;
      const sql = `${select(where)} ORDER BY quote_id DESC LIMIT 500`;
      return database.query<QuoteRow>(sql, [viewer, request]);
    },

    /** Newest first, one more than `limit` where there are more. */
    list(viewer: number, { direction, status, after, limit }: QuoteFilter): Promise<QuoteRow[]> {
      const sql = `${select(`${directions[direction]} AND ($2::int8 IS NULL OR q.quote_id < $2)`)}
        WHERE $3::text IS NULL OR status = $3 ORDER BY quote_id DESC LIMIT $4`;
      return database.query<QuoteRow>(sql, [viewer, after, status, limit + 1]);
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
