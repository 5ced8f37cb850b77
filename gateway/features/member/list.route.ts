import { bitsOf, memberRoles } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import type { Route } from "../../openapi/route.ts";
import { defineList } from "../shared/list/defineList.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { memberReadModel } from "./memberReadModel.ts";
import type { MemberRow } from "./memberRow.ts";
import { memberSummaryBody } from "./memberSummaryBody.ts";
import { showMember } from "./showMember.ts";

const filters = {
  role: z.enum(memberRoles).optional(),
  q: z.string().min(1).max(200).optional().describe("Part of a name"),
};

const source = {
  columns: "member.*",
  from: `(${memberReadModel.select}) AS member`,
  id: { sql: "member_id", type: "int8" },
  sorts: { name: { sql: "coalesce(name, '')", type: "text" } },
} as const;

/** Members, in the order of admission unless asked otherwise. */
export function listMembersRoute(services: GatewayServices): Route {
  return defineList<MemberRow, typeof filters>(services, {
    path: "/v1/members",
    operationId: "listMembers",
    summary: "Members of the ledger",
    noun: "members",
    item: memberSummaryBody,
    source,
    idName: "memberId",
    defaultSort: "memberId",
    filters,
    conditions: ({ role, q: text }) => [
      ["(roles & ?) <> 0", role === undefined ? undefined : bitsOf(memberRoles, [role])],
      ["position(lower(?) in lower(name)) > 0 OR position(? in name_zh) > 0", text],
    ],
    show: async (rows) => {
      const guardians = rows.map((row) => row.guardian);
      const refOf = await memberRefs(services.database, guardians);
      return rows.map((row) => showMember(row, refOf));
    },
  });
}
