import { receivables } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { warnOfSimilarInvoices } from "../tag/warnOfSimilarInvoices.ts";
import { invoiceDocuments } from "./invoiceDocuments.ts";
import { receivableReadModel } from "./receivableReadModel.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";
import { similarTo } from "./similarTo.ts";
import { stakeOfTerms } from "./stakeOfTerms.ts";
import { termsBody } from "./termsBody.ts";
import { termsOf } from "./termsOf.ts";

/** Registers a receivable; its invoices' numbers stay here, their tags go on the ledger. */
export function registerReceivableRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receivables",
    operationId: "registerReceivable",
    summary: "Register a receivable, as its creditor or its obligor; nothing is consumed yet",
    permission: ["supplier", "obligor", "financier"],
    request: { body: termsBody.extend({ actingAccount }) },
    responses: {
      201: { description: "Registered", body: writtenBody.extend(receivableSummaryBody.shape) },
    },
    amountOf: ({ body }) => stakeOfTerms(body),
    handler: async ({ body, context }) => {
      const { ref } = context.write();
      const documents = await invoiceDocuments.of(database, body.creditor, body.invoices);
      const terms = await termsOf(services, body, documents, body.salt ?? ref);
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const done = await receivables.register(ledger, { terms, ref });
      const { receivable } = done;
      const { memberId } = context.member();
      const similar = await similarTo(services, body, documents);
      const warn = await warnOfSimilarInvoices(services, memberId, similar);
      return {
        status: 201,
        body: written(done, await receivableReadModel.one(database, receivable)),
        commit: async (transaction) => {
          await invoiceDocuments.keep(transaction, receivable, documents, memberId);
          await warn(transaction, receivable);
        },
      };
    },
  });
}
