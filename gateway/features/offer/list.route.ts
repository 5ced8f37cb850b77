import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { listFilters } from "../shared/list/listFilters.ts";
import { offerBody } from "./offerBody.ts";
import { type OfferRow, offerReadModel } from "./offerReadModel.ts";

const filters = {
  direction: z.enum(["in", "out"]).default("in").describe("Made to you, or made by you"),
  state: z.enum(["open", "ended"]).optional(),
  counterparty: listFilters.counterparty,
  ...listFilters.money,
  ...listFilters.due,
};

const source = {
  columns: "offer.*",
  from: `(${offerReadModel.select}) AS offer`,
  id: { sql: "offer_id", type: "int8" },
  sorts: {
    expiresAt: { sql: "expires_at", type: "timestamptz" },
    dueDate: { sql: "due_date", type: "date" },
    valueMinor: { sql: "value_minor", type: "numeric" },
  },
} as const;

/** A member's offers, newest first unless asked otherwise. */
export function listOffersRoute(services: GatewayServices): Route {
  return defineList<OfferRow, typeof filters>(services, {
    path: "/v1/offers",
    operationId: "listOffers",
    summary: "Offers made to you or by you",
    noun: "offers",
    item: offerBody,
    source,
    idName: "offer",
    defaultSort: "-offer",
    filters,
    conditions: ({ direction, state, counterparty, ...asked }, { memberId }) => [
      [direction === "in" ? "to_member = ?" : "from_member = ?", memberId],
      ["(state = 'open') = ?", state === undefined ? undefined : state === "open"],
      [direction === "in" ? "from_member = ?" : "to_member = ?", counterparty],
      ...listFilters.conditions("value_minor", asked),
    ],
    show: (rows) => offerReadModel.showAll(services.database, rows),
  });
}
