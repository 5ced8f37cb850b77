import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { confirmReceivable } from "./confirmReceivable.ts";
import { invoiceBody } from "./invoiceBody.ts";
import { receivableParams } from "./receivableParams.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";

/** The obligor's confirmation: limit and invoices are reserved. */
export function confirmReceivableRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/confirmation",
    operationId: "confirmReceivable",
    summary: "Confirm what you owe; every invoice's tag is recomputed first",
    permission: "obligor",
    request: {
      params: receivableParams,
      body: z.strictObject({
        acceptBy: fields.instant.describe("Until when the creditor may accept"),
        invoices: z.array(invoiceBody).min(1).max(100).optional(),
        actingAccount,
      }),
    },
    responses: {
      200: { description: "Confirmed", body: writtenBody.extend(receivableSummaryBody.shape) },
    },
    amountOf: ({ params }) => stakeOf.one(services.database, "receivable", params.receivable),
    handler: async ({ params: { receivable }, body, context }) => {
      const { acceptBy, invoices, actingAccount: account } = body;
      const ledger = createRequestLedger(services, context, { account });
      const asked = { receivable, acceptBy, invoices };
      const { database } = services;
      const done = await confirmReceivable(services, ledger, asked, context.write().ref);
      return {
        status: 200,
        body: written(done, await receivableReadModel.one(database, receivable)),
      };
    },
  });
}
