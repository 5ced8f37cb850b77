import { confirmationTypedData } from "@tallystick/sdk";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { epochOf } from "../shared/epochOf.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signAs } from "../shared/signAs.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { invoiceDocuments } from "./invoiceDocuments.ts";
import { stakeOfTerms } from "./stakeOfTerms.ts";
import { termsBody } from "./termsBody.ts";
import { termsOf } from "./termsOf.ts";

const body = termsBody
  .required({ salt: true })
  .extend({ acceptBy: fields.instant, deadline: fields.instant, actingAccount });

/** The obligor's signature of terms that are not registered yet; the invoices' tags are recomputed first. */
export function signConfirmationRoute(services: GatewayServices): Route {
  const { database, ledger } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receivables/signatures/confirmation",
    operationId: "signReceivableConfirmation",
    summary: "Sign the confirmation of terms as their obligor, with your key here",
    permission: "member",
    request: { body },
    responses: { 200: { description: "The signature", body: signatureBody } },
    amountOf: ({ body: asked }) => stakeOfTerms(asked),
    handler: async ({ body: asked, context }) => {
      const { memberId } = context.member();
      if (asked.obligor !== memberId) {
        throw new ProblemError("not-permitted", "These terms name another obligor than you.");
      }
      const invoices = await invoiceDocuments.of(database, asked.creditor, asked.invoices);
      const data = await confirmationTypedData(sdkDeployment(ledger), {
        terms: await termsOf(services, asked, invoices, asked.salt),
        invoices,
        tagSources: services.tagSources,
        acceptBy: secondsOf(asked.acceptBy),
        deadline: secondsOf(asked.deadline),
        epoch: await epochOf(database, memberId),
      });
      return { status: 200, body: await signAs(services, context, data, asked.actingAccount) };
    },
  });
}
