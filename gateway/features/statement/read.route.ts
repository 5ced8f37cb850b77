import { civilDateToDay, startOfDay } from "@tallystick/sdk";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { readStatement } from "./readStatement.ts";
import { statementBody } from "./statementBody.ts";

const query = z.object({
  from: fields.civilDate.describe("First day"),
  to: fields.civilDate.describe("Last day"),
  currency: fields.currency,
});

function beginOf(date: string, daysLater = 0): Date {
  return new Date(startOfDay(civilDateToDay(date) + daysLater) * 1000);
}

/** A member's own statement: opening balance, every movement, closing balance. */
export function readStatementRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/statements",
    operationId: "readStatement",
    summary: "What you held, owed, paid and got in a currency, from a day to a day",
    permission: "member",
    request: { query },
    responses: { 200: { description: "The statement", body: statementBody } },
    handler: async ({ query: { from, to, currency }, context }) => {
      if (from > to) throw new ProblemError("invalid-request", "`to` is before `from`.");
      const { memberId } = context.member();
      const asked = { memberId, currency, since: beginOf(from), until: beginOf(to, 1) };
      return { status: 200, body: { ...(await readStatement(database, asked)), from, to } };
    },
  });
}
