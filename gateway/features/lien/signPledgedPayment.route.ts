import { pledgedPaymentTypedData } from "@tallystick/sdk";
import { z } from "zod";
import { policies } from "../../auth/policies.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { epochOf } from "../shared/epochOf.ts";
import { signAs } from "../shared/signAs.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { earlyPaymentFields } from "./earlyPaymentFields.ts";
import { lienParams } from "./lienParams.ts";
import { pledgedPaymentOf } from "./pledgedPaymentOf.ts";

const body = z.strictObject({
  ...earlyPaymentFields,
  deadline: ledgerFields.seconds.describe("Until when the signature holds, RFC 3339"),
  actingAccount,
});

/** One of the three agrees to an early payment of pledged value; another one sends it. */
export function signPledgedPaymentRoute(services: GatewayServices): Route {
  const { database, ledger } = services;
  return defineRoute({
    method: "post",
    path: "/v1/liens/:lien/early-payment-signatures",
    operationId: "signPledgedPayment",
    summary: "Sign, as obligor, holder or secured party, that pledged value is paid early",
    permission: policies(database).read("lien"),
    request: { params: lienParams, body },
    responses: { 200: { description: "The signature", body: signatureBody } },
    handler: async ({ params: { lien }, body: stated, context }) => {
      const { memberId } = context.member();
      const { deadline, actingAccount: account, ...asked } = stated;
      const terms = await pledgedPaymentOf(database, lien, asked);
      if (![terms.obligor, terms.holder, terms.securedParty].includes(memberId)) {
        const sentence = `Obligor, holder and secured party of lien ${lien} agree to its early payment.`;
        throw new ProblemError("not-permitted", sentence);
      }
      const epoch = await epochOf(database, memberId);
      const data = pledgedPaymentTypedData(sdkDeployment(ledger), { terms, deadline, epoch });
      return { status: 200, body: await signAs(services, context, data, account) };
    },
  });
}
