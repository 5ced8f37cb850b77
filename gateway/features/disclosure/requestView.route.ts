import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateParams } from "../certificate/certificateParams.ts";
import { certificateReadModel } from "../certificate/certificateReadModel.ts";
import { viewRequestBody } from "./viewRequestBody.ts";
import { viewRequestReadModel } from "./viewRequestReadModel.ts";

/** A bank asks the holder of a certificate to let it look. */
export function requestViewRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/view-requests",
    operationId: "requestView",
    summary: "Ask a certificate's holder to let you look at it",
    permission: ["financier", "settlement-bank"],
    request: {
      params: certificateParams,
      body: z.strictObject({ note: z.string().max(1_000).default("") }),
    },
    responses: { 201: { description: "Asked", body: viewRequestBody } },
    handler: async ({ params: { certificate }, body: { note }, context }) => {
      const { memberId: bank } = context.member();
      const { holder } = await certificateReadModel.row(database, certificate);
      // Half of the request's reference: the same for a repeated request, and nobody else's.
      const id = context.write().ref.slice(2, 34);
      const row = {
        view_request_id: id,
        certificate_id: certificate,
        bank: BigInt(bank),
        holder,
        note,
        state: "open" as const,
        asked_at: new Date(),
        granted_at: null,
      };
      const [shown] = await viewRequestReadModel.show(database, [row], bank);
      return {
        status: 201,
        body: shown,
        commit: async (transaction) => {
          await transaction.query(
            `INSERT INTO local.view_request (view_request_id, certificate_id, bank, note, state, asked_at)
             VALUES ($1, $2, $3, $4, 'open', $5) ON CONFLICT DO NOTHING`,
            [id, certificate, bank, note, row.asked_at],
          );
        },
      };
    },
  });
}
