import { acceptanceTypedData, randomNonce } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { epochOf } from "../shared/epochOf.ts";
import { ledgerId } from "../shared/ledgerId.ts";
import { nonceField } from "../shared/nonceField.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signAs } from "../shared/signAs.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { stakeOf } from "../shared/stakeOf.ts";

const body = z.strictObject({
  certificate: ledgerId,
  valueMinor: ledgerFields.amountMinor,
  tradeReference: fields.digest,
  deadline: fields.instant,
  actingAccount,
});

/** The recipient's signature over one pass; the holder sends it with the transfer. */
export function signAcceptanceRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/acceptance-signatures",
    operationId: "signAcceptance",
    summary: "Sign that you take one pass of a certificate; give the answer to its holder",
    permission: "member",
    request: { body },
    responses: {
      200: {
        description: "What the holder's transfer takes as `acceptance`",
        body: signatureBody.extend({ nonce: nonceField }),
      },
    },
    amountOf: ({ body: asked }) =>
      stakeOf.one(services.database, "certificate", asked.certificate, {
        amount: asked.valueMinor,
      }),
    handler: async ({ body: asked, context }) => {
      const { memberId: to } = context.member();
      const { certificate, valueMinor: value, tradeReference } = asked;
      const nonce = randomNonce();
      const data = acceptanceTypedData(sdkDeployment(services.ledger), {
        acceptance: { certificate, to, value, tradeReference, nonce },
        deadline: secondsOf(asked.deadline),
        epoch: await epochOf(services.database, to),
      });
      const signed = await signAs(services, context, data, asked.actingAccount);
      return { status: 200, body: { ...signed, nonce } };
    },
  });
}
