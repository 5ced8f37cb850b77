import { type PartySignature, receivables } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signatureBody } from "../shared/signatureBody.ts";
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

const body = termsBody.required({ salt: true }).extend({
  acceptBy: fields.instant,
  obligorSignature: signatureBody,
  creditorSignature: signatureBody,
  actingAccount,
});

function signed(signature: z.output<typeof signatureBody>): PartySignature {
  return { ...signature, deadline: secondsOf(signature.deadline) };
}

/** Registers, confirms and accepts in one transaction, with the signatures of both parties. */
export function issueSignedReceivableRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receivables/signed",
    operationId: "issueSignedReceivable",
    summary:
      "Issue a receivable in one transaction with both parties' signatures; anyone may send them",
    permission: "member",
    request: { body },
    responses: {
      201: {
        description: "Accepted; the root certificate exists",
        body: writtenBody.extend(receivableSummaryBody.shape).extend({ certificate: z.string() }),
      },
    },
    amountOf: ({ body: asked }) => stakeOfTerms(asked),
    handler: async ({ body: asked, context }) => {
      const { creditor, invoices, salt, actingAccount: account } = asked;
      const documents = await invoiceDocuments.of(database, creditor, invoices);
      const { ref } = context.write();
      const done = await receivables.issueWithSignatures(
        createRequestLedger(services, context, { account }),
        {
          terms: await termsOf(services, asked, documents, salt),
          acceptBy: secondsOf(asked.acceptBy),
          obligor: signed(asked.obligorSignature),
          creditor: signed(asked.creditorSignature),
          ref,
        },
      );
      const { memberId } = context.member();
      const similar = await similarTo(services, asked, documents);
      const warn = await warnOfSimilarInvoices(services, memberId, similar);
      return {
        status: 201,
        body: written(done, {
          ...(await receivableReadModel.one(database, done.receivable)),
          certificate: done.certificate,
        }),
        commit: async (transaction) => {
          await invoiceDocuments.keep(transaction, done.receivable, documents, memberId);
          await warn(transaction, done.receivable);
        },
      };
    },
  });
}
