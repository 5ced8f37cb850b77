import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { certificateDetailBody } from "../certificate/certificateDetailBody.ts";
import { certificateProvenance } from "../certificate/certificateProvenance.ts";
import { quoteBody } from "../quote/quoteBody.ts";
import { quoteReadModel } from "../quote/quoteReadModel.ts";
import { invoiceBody } from "../receivable/invoiceBody.ts";
import { invoiceDocuments } from "../receivable/invoiceDocuments.ts";
import { financingRequestBody } from "./financingRequestBody.ts";
import { financingRequestReadModel } from "./financingRequestReadModel.ts";

const body = financingRequestBody.extend({
  provenance: certificateDetailBody,
  invoices: z
    .array(z.record(z.string(), z.unknown()).or(invoiceBody))
    .nullable()
    .describe("What the tags are recomputed from; null when they are not known here"),
  offered: z.array(quoteBody).describe("Quotes that you made; all of them for the holder"),
});

/** A request with all that a financier checks before it quotes. */
export function readFinancingRequestRoute({ database }: GatewayServices): Route {
  const requests = financingRequestReadModel(database);
  const quotes = quoteReadModel(database);
  return defineRoute({
    method: "get",
    path: "/v1/financing-requests/:request",
    operationId: "readFinancingRequest",
    summary: "A request for financing with the certificate's provenance and your quotes",
    permission: "member",
    request: { params: z.object({ request: ledgerFields.id }) },
    responses: { 200: { description: "The request", body } },
    handler: async ({ params: { request }, context }) => {
      const { memberId } = context.member();
      const row = await requests.find(request, memberId);
      const [shown] = await requests.show([row]);
      const provenance = await certificateProvenance(
        database,
        row.certificate_id,
        context.member(),
      );
      const invoices = await invoiceDocuments.find(database, Number(row.receivable_id));
      const offered = await quotes.show(await quotes.ofRequest(request, memberId));
      return { status: 200, body: { ...shown, provenance, invoices: invoices ?? null, offered } };
    },
  });
}
