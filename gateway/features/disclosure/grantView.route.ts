import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { found } from "../shared/found.ts";
import { viewRequestBody } from "./viewRequestBody.ts";
import { viewRequestReadModel } from "./viewRequestReadModel.ts";

/** The holder lets the bank look: from then on it may read the certificate. */
export function grantViewRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/view-requests/:viewRequest/grant",
    operationId: "grantView",
    summary: "Let the bank that asked look at your certificate",
    permission: "member",
    request: {
      params: z.object({ viewRequest: z.string().regex(/^[0-9a-f]{32}$/) }),
      body: z.strictObject({}).prefault({}),
    },
    responses: { 200: { description: "Granted", body: viewRequestBody } },
    handler: async ({ params: { viewRequest: id }, context }) => {
      const { memberId } = context.member();
      const [row] = await viewRequestReadModel.rows(database, { id });
      const asked = found(row, `view request ${id}`);
      if (asked.holder !== BigInt(memberId)) {
        throw new ProblemError("not-permitted", "You do not hold the certificate in question.");
      }
      const granted = { ...asked, state: "granted", granted_at: new Date() } as const;
      const [shown] = await viewRequestReadModel.show(database, [granted], memberId);
      return {
        status: 200,
        body: shown,
        commit: async (transaction) => {
          await transaction.query(
            `UPDATE local.view_request SET state = 'granted', granted_by = $2, granted_at = $3
             WHERE view_request_id = $1 AND state = 'open'`,
            [id, memberId, granted.granted_at],
          );
        },
      };
    },
  });
}
