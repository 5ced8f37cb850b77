import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { ledgerTime } from "../shared/ledgerTime.ts";
import { financingRequestBody } from "./financingRequestBody.ts";
import { financingRequestReadModel } from "./financingRequestReadModel.ts";

/** The holder takes its request back: nobody quotes on it any more. Quotes that were made stay the financiers'. */
export function withdrawFinancingRequestRoute({ database }: GatewayServices): Route {
  const requests = financingRequestReadModel(database);
  return defineRoute({
    method: "delete",
    path: "/v1/financing-requests/:request",
    operationId: "withdrawFinancingRequest",
    summary: "Take a request for financing back",
    permission: "member",
    request: { params: z.object({ request: ledgerFields.id }) },
    responses: { 200: { description: "Taken back", body: financingRequestBody } },
    handler: async ({ params: { request }, context }) => {
      const { memberId } = context.member();
      const row = await requests.find(request, memberId);
      if (Number(row.holder) !== memberId) {
        throw new ProblemError("not-permitted", "Only who made a request takes it back.");
      }
      const now = await ledgerTime(database);
      const [body] = await requests.show([{ ...row, status: "withdrawn" }]);
      return {
        status: 200,
        body,
        commit: async (transaction) => {
          await transaction.query(
            `UPDATE local.financing_request SET withdrawn_at = $2
             WHERE request_id = $1 AND withdrawn_at IS NULL`,
            [request, now],
          );
        },
      };
    },
  });
}
