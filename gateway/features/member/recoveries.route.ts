import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { recoveryReadModel } from "./recoveryReadModel.ts";

const body = z.object({
  items: z.array(
    z.object({
      member: memberRefBody,
      account: z.string(),
      documentDigest: z.string(),
      proposedBy: z.array(memberRefBody),
      executableFrom: z.string().nullable().describe("Null until operator and guardian proposed"),
      proposedAt: z.string(),
    }),
  ),
});

function seesAll({ roles }: Identity): boolean {
  const offices = ["operator", "legal", "regulator", "auditor"] as const;
  return offices.some((role) => roles.includes(role));
}

/** Recoveries that run: all for operators and legal, its own and its wards' for everyone else. */
export function listRecoveriesRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/recoveries",
    operationId: "listRecoveries",
    summary: "Recoveries that run and that you have a part in",
    permission: "member",
    responses: { 200: { description: "Oldest first", body } },
    handler: async ({ context }) => {
      const identity = context.member();
      const whose = seesAll(identity) ? undefined : identity.memberId;
      const rows = await recoveryReadModel.list(database, whose);
      const refOf = await memberRefs(
        database,
        rows.flatMap((row) => [row.member_id, ...row.proposed_by]),
      );
      const items = rows.map((row) => ({
        member: refOf(row.member_id),
        account: row.account,
        documentDigest: row.document_digest,
        proposedBy: row.proposed_by.map(refOf),
        executableFrom: row.executable_from,
        proposedAt: row.proposed_at,
      }));
      return { status: 200, body: { items } };
    },
  });
}
