import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberBody } from "./memberBody.ts";

/** Who the caller is. */
export function readMeRoute(): Route {
  return defineRoute({
    method: "get",
    path: "/v1/me",
    operationId: "readMe",
    summary: "The signed-in member",
    permission: "member",
    responses: { 200: { description: "The member", body: memberBody } },
    handler: async ({ context }) => {
      const { memberId, account, name, roles } = context.member();
      return { status: 200, body: { memberId, account, name, roles } };
    },
  });
}
