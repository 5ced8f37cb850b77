import { earlyPayments, type PartySignature } from "@tallystick/sdk";
import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { earlyPaymentBody } from "../earlyPayment/earlyPaymentBody.ts";
import { earlyPaymentReadModel } from "../earlyPayment/earlyPaymentReadModel.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { earlyPaymentFields } from "./earlyPaymentFields.ts";
import { lienParams } from "./lienParams.ts";
import { pledgedPaymentOf } from "./pledgedPaymentOf.ts";

const body = z.strictObject({
  ...earlyPaymentFields,
  obligor: signatureBody,
  holder: signatureBody,
  securedParty: signatureBody,
  actingAccount,
});

function signatureOf(stated: z.output<typeof signatureBody>): PartySignature {
  return { ...stated, deadline: secondsOf(stated.deadline) };
}

/** Sends what obligor, holder and secured party signed: the payment to the secured party is instructed. */
export function payLienEarlyRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/liens/:lien/early-payments",
    operationId: "payLienEarly",
    summary: "Have pledged value paid early to its secured party, as all three signed",
    permission: policies(services.database).read("lien"),
    request: { params: lienParams, body },
    responses: {
      201: {
        description: "The early payment; its instruction waits for the bank",
        body: writtenBody.extend(earlyPaymentBody.shape),
      },
    },
    handler: async ({ params: { lien }, body: stated, context }) => {
      const { obligor, holder, securedParty, actingAccount: account, ...asked } = stated;
      const ledger = createRequestLedger(services, context, { account });
      const done = await earlyPayments.agreePledged(ledger, {
        terms: await pledgedPaymentOf(services.database, lien, asked),
        obligor: signatureOf(obligor),
        holder: signatureOf(holder),
        securedParty: signatureOf(securedParty),
        ref: context.write().ref,
      });
      const state = await earlyPaymentReadModel.one(services.database, done.earlyPayment);
      return { status: 201, body: written(done, state) };
    },
  });
}
