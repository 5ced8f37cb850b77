import { memberRoles, members } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { licenceDigest } from "./licenceDigest.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { memberParams } from "./memberParams.ts";

/** An operator says what a member may do. */
export function setMemberRolesRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "put",
    path: "/v1/members/:member/roles",
    operationId: "setMemberRoles",
    summary: "Replace a member's roles and licence",
    permission: "operator",
    request: {
      params: memberParams,
      body: z.strictObject({
        roles: z.array(z.enum(memberRoles)).min(1),
        licence: z.string().min(1).max(1_000).optional(),
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
      const done = await members.setRoles(ledger, {
        member,
        roles: body.roles,
        licenceDigest: licenceDigest(body.licence),
        ref,
      });
      return { status: 200, body: written(done, await memberDetail(database, member, memberId)) };
    },
  });
}
