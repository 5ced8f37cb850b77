import { members } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";

/** Chooses the account that ERC views and this gateway take for the member. */
export function setPrimaryAccountRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "put",
    path: "/v1/primary-account",
    operationId: "setPrimaryAccount",
    summary: "Choose the account that you act with unless you say otherwise",
    permission: "member",
    request: { body: z.strictObject({ account: fields.address, actingAccount }) },
    responses: {
      200: { description: "You", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.setPrimaryAccount(ledger, { account: body.account, ref });
      return { status: 200, body: written(done, await memberDetail(database, memberId, memberId)) };
    },
  });
}
