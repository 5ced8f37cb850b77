import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { quoteBody } from "./quoteBody.ts";
import { quoteReadModel } from "./quoteReadModel.ts";
import { quoteSql } from "./quoteSql.ts";
import type { QuoteRow } from "./showQuote.ts";

const filters = {
  direction: z.enum(["made", "received"]).optional(),
  status: quoteBody.shape.status.optional(),
  counterparty: listFilters.counterparty,
  ...listFilters.money,
  ...listFilters.due,
};

const source = {
  columns: "*",
  from: quoteSql.from("true"),
  id: { sql: "quote_id", type: "int8" },
  sorts: {
    dueDate: { sql: "due_date", type: "date" },
    principalMinor: { sql: "(terms ->> 'principal')::numeric", type: "numeric" },
    quotedAt: { sql: "quoted_at", type: "timestamptz" },
  },
} as const;

/** Whose quotes. A financier never sees another one's, whatever its office: these are prices. */
const directions = { made: "financier = ?", received: "holder = ?" } as const;

/** Quotes that the member made or got. */
export function listQuotesRoute(services: GatewayServices): Route {
  const quotes = quoteReadModel(services.database);
  return defineList<QuoteRow, typeof filters>(services, {
    path: "/v1/quotes",
    operationId: "listQuotes",
    summary: "Quotes, newest first unless asked otherwise",
    noun: "quotes",
    item: quoteBody,
    source,
    idName: "quote",
    defaultSort: "-quote",
    filters,
    conditions: ({ direction, status, counterparty, ...asked }, { memberId }) => [
      [
        direction === undefined ? "?::int8 IN (financier, holder)" : directions[direction],
        memberId,
      ],
      ["status = ?", status],
      ["?::int8 IN (financier, holder, obligor)", counterparty],
      ...listFilters.conditions("(terms ->> 'principal')::numeric", asked),
    ],
    show: (rows) => quotes.show(rows),
  });
}
