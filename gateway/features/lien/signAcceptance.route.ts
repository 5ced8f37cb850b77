import { pledgeAcceptanceTypedData, randomNonce } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { invoiceBody } from "../receivable/invoiceBody.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { epochOf } from "../shared/epochOf.ts";
import { signAs } from "../shared/signAs.ts";
import { consentBody } from "./consentBody.ts";
import { pledgedDocuments } from "./pledgedDocuments.ts";
import { pledgeFields } from "./pledgeFields.ts";
import { pledgeOf } from "./pledgeOf.ts";
import { registrationFields } from "./registrationFields.ts";
import { registrationOf } from "./registrationOf.ts";
import { stakeOfPledge } from "./stakeOfPledge.ts";

const { securedParty: _, ...terms } = pledgeFields;
const body = z.strictObject({
  ...terms,
  debtor: fields.memberId.describe("Who pledges"),
  registration: registrationFields.optional(),
  invoices: z.array(invoiceBody).min(1).max(100).optional(),
  deadline: ledgerFields.seconds.describe("Until when the signature holds, RFC 3339"),
  actingAccount,
});

/** The secured party's word about a pledge that is yet to be made; the debtor sends it with the pledge. */
export function signPledgeAcceptanceRoute(services: GatewayServices): Route {
  const { database, ledger } = services;
  return defineRoute({
    method: "post",
    path: "/v1/liens/signatures/acceptance",
    operationId: "signPledgeAcceptance",
    summary: "Sign that you accept a pledge; a receivable's tags are recomputed first",
    permission: "financier",
    request: { body },
    responses: { 200: { description: "What a pledge takes as `acceptance`", body: consentBody } },
    amountOf: ({ body: stated }) => stakeOfPledge(database, stated),
    handler: async ({ body: stated, context }) => {
      const { memberId: securedParty } = context.member();
      const nonce = randomNonce();
      const data = await pledgeAcceptanceTypedData(sdkDeployment(ledger), {
        pledge: pledgeOf({ ...stated, securedParty }),
        debtor: stated.debtor,
        registration: registrationOf(stated.registration),
        documents: await pledgedDocuments(services, stated),
        nonce,
        deadline: stated.deadline,
        epoch: await epochOf(database, securedParty),
      });
      const signed = await signAs(services, context, data, stated.actingAccount);
      return { status: 200, body: { ...signed, nonce } };
    },
  });
}
