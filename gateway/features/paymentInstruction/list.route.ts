import { instructionStates } from "@tallystick/sdk";
import { z } from "zod";
import { isOverseer } from "../../auth/isOverseer.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { instructionBody } from "./instructionBody.ts";
import { instructionReadModel } from "./instructionReadModel.ts";

/** Instructions that the member pays, is paid by, or executes. */
export function listPaymentInstructionsRoute(services: GatewayServices): Route {
  const instructions = instructionReadModel(services.database);
  return defineRoute({
    method: "get",
    path: "/v1/payment-instructions",
    operationId: "listPaymentInstructions",
    summary: "Payment instructions, newest first",
    description:
      "Without a role: every one that names you; members that oversee by their office get all.",
    permission: "member",
    request: {
      query: z.object({
        ...pageQuery,
        role: z.enum(["payer", "payee", "bank"]).optional(),
        state: z.enum(instructionStates).optional(),
      }),
    },
    responses: { 200: { description: "One page", body: pageBody(instructionBody) } },
    handler: async ({ query, context }) => {
      const identity = context.member();
      const { role = isOverseer(identity) ? "overseer" : "party", ...filter } = query;
      const items = await instructions.list(identity.memberId, { role, ...filter });
      const cursor = (row: (typeof items)[number]) => row.instruction;
      const body = pageOf(services, items, query.limit, { item: (row) => row, cursor });
      return { status: 200, body };
    },
  });
}
