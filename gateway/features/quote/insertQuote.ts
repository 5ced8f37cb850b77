import type { PartySignature, Quote } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { insertRows } from "../../database/insertRows.ts";
import { plainJson } from "../../json/plainJson.ts";
import type { RouteAnswer } from "../../openapi/route.ts";
import type { FinancingRequestRow } from "../financingRequest/financingRequestReadModel.ts";
import type { QuoteRow } from "./showQuote.ts";

const columns = {
  quote_id: "int8",
  request_id: "int8",
  certificate_id: "int8",
  financier: "int8",
  holder: "int8",
  terms: "jsonb",
  nonce: "text",
  account: "text",
  signature: "text",
  deadline: "timestamptz",
  tags_checked_at: "timestamptz",
  quoted_at: "timestamptz",
} as const;

/** How a new quote comes into the database: numbered first, kept together with its answer. */
export const insertQuote = {
  async prepare(
    database: Queryable,
    quote: Quote,
    request: FinancingRequestRow,
    { account, signature }: PartySignature,
    now: Date,
  ): Promise<QuoteRow> {
    const [next] = await database.query<{ quote: bigint }>(
      "SELECT nextval('local.quote_number') AS quote",
    );
    const { request_id, certificate_id, receivable_id, holder, obligor, currency } = request;
    return {
      quote_id: next?.quote ?? 0n,
      request_id,
      certificate_id,
      receivable_id,
      financier: BigInt(quote.financier),
      holder,
      obligor,
      currency,
      due_date: request.due_date,
      terms: JSON.parse(plainJson(quote)),
      account,
      signature,
      tags_checked_at: now,
      quoted_at: now,
      financing_id: null,
      status: "open",
    };
  },

  commit(row: QuoteRow): NonNullable<RouteAnswer["commit"]> {
    const { nonce, deadline } = row.terms as { readonly nonce: string; readonly deadline: number };
    const kept = { ...row, nonce, deadline: new Date(deadline * 1000) };
    return async (transaction) => {
      await insertRows(transaction, "local.quote", columns, [kept]);
    };
  },
} as const;
