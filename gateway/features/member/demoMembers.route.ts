import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberRefs } from "../shared/memberRefs.ts";

const body = z.object({
  items: z.array(memberRefBody.extend({ sentence: z.string(), sentenceZh: z.string().nullable() })),
});

interface DemoRow {
  readonly member_id: bigint;
  readonly sentence: string;
  readonly sentence_zh: string | null;
}

/** Whom a visitor of the demonstration may sign in as, and what they do. */
export function listDemoMembersRoute({ config, database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/demo/members",
    operationId: "listDemoMembers",
    summary: "Members of the demonstration, and what they do",
    permission: "public",
    responses: { 200: { description: "In the order of admission", body } },
    handler: async () => {
      if (!config.demo) {
        throw new ProblemError("demo-sign-in-disabled", "This gateway is no demonstration.");
      }
      const rows = await database.query<DemoRow>(
        "SELECT member_id, sentence, sentence_zh FROM local.demo_member ORDER BY member_id",
      );
      const refOf = await memberRefs(
        database,
        rows.map((row) => row.member_id),
      );
      const items = rows.map(({ member_id, sentence, sentence_zh: sentenceZh }) => ({
        ...refOf(member_id),
        sentence,
        sentenceZh,
      }));
      return { status: 200, body: { items } };
    },
  });
}
