import { memberSizes, members } from "@tallystick/sdk";
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
import { memberParams } from "./memberParams.ts";

/** An operator attests how large a member is. */
export function setMemberSizeRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "put",
    path: "/v1/members/:member/size",
    operationId: "setMemberSize",
    summary: "Attest a member's size class",
    permission: "operator",
    request: {
      params: memberParams,
      body: z.strictObject({ size: z.enum(memberSizes), actingAccount }),
    },
    responses: {
      200: { description: "The member", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ params: { member }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.setSize(ledger, { member, size: body.size, ref });
      return { status: 200, body: written(done, await memberDetail(database, member, memberId)) };
    },
  });
}
