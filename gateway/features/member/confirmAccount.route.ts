import { members } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";

/** A second account's consent to a proposed one. */
export function confirmAccountRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/accounts/:account/confirmation",
    operationId: "confirmAccount",
    summary: "Confirm another account of yours by a second one; it acts from now on",
    permission: "member",
    request: { params: z.object({ account: fields.address }), body: actingBody },
    responses: {
      200: { description: "You", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ params: { account }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.confirmAccount(ledger, { account, ref });
      return { status: 200, body: written(done, await memberDetail(database, memberId, memberId)) };
    },
  });
}
