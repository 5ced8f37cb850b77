import { certificates, type Ledger } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { nonceField } from "../shared/nonceField.ts";
import { secondsOf } from "../shared/secondsOf.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { certificateBody } from "./certificateBody.ts";
import { certificateParams } from "./certificateParams.ts";
import { certificateReadModel } from "./certificateReadModel.ts";

const body = z.strictObject({
  to: fields.memberId,
  valueMinor: ledgerFields.amountMinor,
  tradeReference: fields.digest.describe("Digest of the trade that this pays for"),
  acceptance: signatureBody
    .extend({ nonce: nonceField })
    .optional()
    .describe("The recipient's signature; not needed where it accepts your passes in advance"),
  actingAccount,
});

function pass(
  ledger: Ledger,
  certificate: bigint,
  { to, valueMinor: value, tradeReference, acceptance }: z.output<typeof body>,
  ref: string,
) {
  if (acceptance === undefined) {
    return certificates.transfer(ledger, { certificate, to, value, tradeReference, ref });
  }
  const { nonce, ...signed } = acceptance;
  const recipient = { ...signed, deadline: secondsOf(signed.deadline) };
  const taken = { certificate, to, value, tradeReference, nonce };
  return certificates.transferWithAcceptance(ledger, { acceptance: taken, recipient, ref });
}

/** Passes value to another member: a child certificate, one tier further. */
export function transferCertificateRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/certificates/:certificate/transfers",
    operationId: "transferCertificate",
    summary: "Pass value to a member that accepts it, in advance or by its signature",
    permission: "member",
    request: { params: certificateParams, body },
    responses: {
      201: {
        description: "The recipient's certificate",
        body: writtenBody.extend(certificateBody.shape),
      },
    },
    amountOf: ({ params, body: asked }) =>
      stakeOf.one(services.database, "certificate", params.certificate, {
        amount: asked.valueMinor,
        party: asked.to,
      }),
    handler: async ({ params: { certificate }, body: asked, context }) => {
      const ledger = createRequestLedger(services, context, { account: asked.actingAccount });
      const done = await pass(ledger, certificate, asked, context.write().ref);
      const state = await certificateReadModel.one(services.database, done.certificate);
      return { status: 201, body: written(done, state) };
    },
  });
}
