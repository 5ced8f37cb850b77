import { members } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { memberParams } from "./memberParams.ts";

/** Any active account of the member, or an operator, ends a recovery; once legal proposed too, legal alone. */
export function cancelRecoveryRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "delete",
    path: "/v1/members/:member/recovery",
    operationId: "cancelRecovery",
    summary: "End a recovery without effect",
    permission: "member",
    request: { params: memberParams, body: actingBody },
    responses: {
      200: { description: "The member", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ params: { member }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { memberId } = context.member();
      const done = await members.cancelRecovery(ledger, { member, ref });
      return { status: 200, body: written(done, await memberDetail(database, member, memberId)) };
    },
  });
}
