import { bitsOf, memberRoles } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { pageBody } from "../shared/pageBody.ts";
import { pageOf } from "../shared/pageOf.ts";
import { pageQuery } from "../shared/pageQuery.ts";
import { memberReadModel } from "./memberReadModel.ts";
import { memberSummaryBody } from "./memberSummaryBody.ts";
import { showMember } from "./showMember.ts";

const query = z.object({
  ...pageQuery,
  role: z.enum(memberRoles).optional(),
  q: z.string().min(1).max(200).optional().describe("Part of a name"),
});

/** Members, in the order of admission. */
export function listMembersRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/members",
    operationId: "listMembers",
    summary: "Members of the ledger",
    permission: "member",
    request: { query },
    responses: { 200: { description: "Oldest first", body: pageBody(memberSummaryBody) } },
    handler: async ({ query: { role: asked, q: text, after, limit } }) => {
      const role = asked === undefined ? undefined : bitsOf(memberRoles, [asked]);
      const rows = await memberReadModel.list(services.database, { role, text, after, limit });
      const refOf = await memberRefs(
        services.database,
        rows.map((row) => row.guardian),
      );
      const body = pageOf(services, rows, limit, {
        item: (row) => showMember(row, refOf),
        cursor: (row) => row.member_id,
      });
      return { status: 200, body };
    },
  });
}
