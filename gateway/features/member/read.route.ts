import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { memberParams } from "./memberParams.ts";

/** One member with its accounts. */
export function readMemberRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/members/:member",
    operationId: "readMember",
    summary: "A member with its accounts, settlement account and recovery",
    permission: policies(database).read("member", ["operator"]),
    request: { params: memberParams },
    responses: { 200: { description: "The member", body: memberDetailBody } },
    handler: async ({ params, context }) => {
      const { memberId } = context.member();
      return { status: 200, body: await memberDetail(database, params.member, memberId) };
    },
  });
}
