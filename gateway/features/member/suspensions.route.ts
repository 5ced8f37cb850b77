import { members, suspensionReasons } from "@tallystick/sdk";
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
import { memberParams } from "./memberParams.ts";

/** An operator suspends a member or lifts it; overdue and recovery are the ledger's own. */
export function setMemberSuspensionsRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "put",
    path: "/v1/members/:member/suspensions",
    operationId: "setMemberSuspensions",
    summary: "Replace the reasons for which a member is suspended; none lifts them",
    permission: "operator",
    request: {
      params: memberParams,
      body: z.strictObject({
        suspensions: z.array(z.enum(suspensionReasons)),
        reasonDigest: fields.digest.describe("Digest of the document that gives the reason"),
        actingAccount,
      }),
    },
    responses: {
      200: { description: "The member", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ params: { member }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.setSuspensions(ledger, {
        member,
        suspensions: body.suspensions,
        reasonDigest: body.reasonDigest,
        ref,
      });
      return { status: 200, body: written(done, await memberDetail(database, member, memberId)) };
    },
  });
}
