import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateDetailBody } from "./certificateDetailBody.ts";
import { certificateParams } from "./certificateParams.ts";
import { certificateProvenance } from "./certificateProvenance.ts";

const body = certificateDetailBody.extend({
  block: z.int().describe("The ledger as of this block"),
});

/** One certificate with everything that is checked about it. */
export function readCertificateRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/certificates/:certificate",
    operationId: "readCertificate",
    summary: "A certificate: receivable, endorsements from the root on, encumbrances, payments",
    permission: policies(database).read("certificate"),
    request: { params: certificateParams },
    responses: { 200: { description: "The certificate", body } },
    handler: async ({ params, context }) => {
      const { block } = context;
      const certificate = await certificateProvenance(
        database,
        params.certificate,
        context.member(),
      );
      return { status: 200, body: { ...certificate, block } };
    },
  });
}
