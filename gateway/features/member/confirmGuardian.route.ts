import { members } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";

/** Confirms the guardian that waits. */
export function confirmGuardianRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/guardian/confirmation",
    operationId: "confirmGuardian",
    summary: "Confirm the guardian that waits: a second account at once, any after 48 hours",
    permission: "member",
    request: { body: z.strictObject({ guardian: z.int().min(0).max(0xffff_ffff), actingAccount }) },
    responses: {
      200: { description: "You", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.confirmGuardian(ledger, { guardian: body.guardian, ref });
      return { status: 200, body: written(done, await memberDetail(database, memberId, memberId)) };
    },
  });
}
