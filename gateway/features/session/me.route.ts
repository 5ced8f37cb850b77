import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberBody } from "./memberBody.ts";

const body = memberBody.extend({
  person: z.string().describe("Which of the member's people or systems asks"),
  scopes: z.array(z.enum(scopes)),
});

/** Who the caller is. */
export function readMeRoute(): Route {
  return defineRoute({
    method: "get",
    path: "/v1/me",
    operationId: "readMe",
    summary: "The signed-in member",
    permission: "member",
    responses: { 200: { description: "The member", body } },
    handler: async ({ context }) => {
      const { memberId, account, name, roles, person, scopes: given } = context.member();
      return { status: 200, body: { memberId, account, name, roles, person, scopes: given } };
    },
  });
}
