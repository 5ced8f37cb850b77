import { pledgeCountersignatureTypedData, randomNonce } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { epochOf } from "../shared/epochOf.ts";
import { signAs } from "../shared/signAs.ts";
import { consentBody } from "./consentBody.ts";
import { pledgeFields } from "./pledgeFields.ts";
import { pledgeOf } from "./pledgeOf.ts";
import { stakeOfPledge } from "./stakeOfPledge.ts";

const body = z.strictObject({
  ...pledgeFields,
  asset: z.literal("receipt"),
  debtor: fields.memberId.describe("Who pledges"),
  deadline: ledgerFields.seconds.describe("Until when the signature holds, RFC 3339"),
  actingAccount,
});

/** The custodian's word about a pledge of goods that is yet to be made; the debtor sends it with the pledge. */
export function signPledgeCountersignatureRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/liens/signatures/countersignature",
    operationId: "signPledgeCountersignature",
    summary: "Sign that goods which you keep are pledged (Civil Code art. 441)",
    permission: "custodian",
    request: { body },
    responses: {
      200: { description: "What a pledge takes as `countersignature`", body: consentBody },
    },
    amountOf: ({ body: stated }) => stakeOfPledge(services.database, stated),
    handler: async ({ body: stated, context }) => {
      const { memberId } = context.member();
      const nonce = randomNonce();
      const data = pledgeCountersignatureTypedData(sdkDeployment(services.ledger), {
        pledge: pledgeOf(stated),
        debtor: stated.debtor,
        nonce,
        deadline: stated.deadline,
        epoch: await epochOf(services.database, memberId),
      });
      const signed = await signAs(services, context, data, stated.actingAccount);
      return { status: 200, body: { ...signed, nonce } };
    },
  });
}
