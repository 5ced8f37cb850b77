import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { readOverview } from "./readOverview.ts";

const item = z.object({
  id: z.string(),
  party: memberRefBody.nullable().describe("The other side"),
  amountMinor: z.string().nullable(),
  currency: z.string().nullable(),
  dueDate: z.string().nullable(),
  at: z.string().describe("Since when it waits, or until when it can be done"),
});

const body = z.object({
  block: z.number(),
  time: z.string().describe("The ledger's time"),
  today: z.string().describe("The ledger's civil date"),
  tasks: z.array(
    z.object({
      task: z.string().describe("A verb with its object, for instance `confirm-receivables`"),
      kind: z.string().describe("What the ids of its items are"),
      count: z.number(),
      first: z.array(item).describe("At most 5"),
    }),
  ),
});

/** What needs the signed-in member today. */
export function readOverviewRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/overview",
    operationId: "readOverview",
    summary: "What needs you today, by task of your roles",
    permission: "member",
    responses: { 200: { description: "Counts and the first items of each task", body } },
    handler: async ({ context }) => {
      const { block } = context;
      const overview = await readOverview(database, context.member());
      return { status: 200, body: { block, ...overview } };
    },
  });
}
