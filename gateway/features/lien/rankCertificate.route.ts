import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateParams } from "../certificate/certificateParams.ts";
import { rankBody } from "./rankBody.ts";
import { rankOf } from "./rankOf.ts";

/** Who is satisfied first out of a certificate, by law and not by the ledger's order. */
export function rankCertificateRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/certificates/:certificate/rank",
    operationId: "rankCertificate",
    summary:
      "The legal order of the interests in a certificate, and why, beside the ledger's order",
    permission: policies(services.database).read("certificate"),
    request: { params: certificateParams },
    responses: { 200: { description: "The order", body: rankBody } },
    handler: async ({ params, context }) => {
      const position = { asset: "certificate", token: params.certificate } as const;
      return {
        status: 200,
        body: await rankOf(services, position, {
          block: context.block,
          identity: context.member(),
        }),
      };
    },
  });
}
