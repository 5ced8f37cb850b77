import { type Ledger, receipts } from "@tallystick/sdk";
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
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptParams } from "./receiptParams.ts";
import { receiptReadModel } from "./receiptReadModel.ts";

const body = z.strictObject({
  to: fields.memberId,
  quantity: ledgerFields.quantity,
  tradeReference: fields.digest.describe("Digest of the trade that this pays for"),
  acceptance: signatureBody
    .extend({ nonce: nonceField })
    .optional()
    .describe("The recipient's signature; not needed where it accepts your passes in advance"),
  actingAccount,
});

function pass(
  ledger: Ledger,
  receipt: bigint,
  { to, quantity, tradeReference, acceptance }: z.output<typeof body>,
  ref: string,
) {
  if (acceptance === undefined) {
    return receipts.transfer(ledger, { receipt, to, quantity, tradeReference, ref });
  }
  const { nonce, ...signed } = acceptance;
  const recipient = { ...signed, deadline: secondsOf(signed.deadline) };
  const taken = { receipt, to, quantity, tradeReference, nonce };
  return receipts.transferWithAcceptance(ledger, { acceptance: taken, recipient, ref });
}

/** Passes a quantity to another member: a child receipt, one tier further. The custodian is told. */
export function transferReceiptRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receipts/:receipt/transfers",
    operationId: "transferReceipt",
    summary: "Pass a quantity to a member that accepts it, in advance or by its signature",
    permission: "member",
    request: { params: receiptParams, body },
    responses: {
      201: {
        description: "The recipient's receipt",
        body: writtenBody.extend(receiptBody.shape),
      },
    },
    handler: async ({ params: { receipt }, body: asked, context }) => {
      const ledger = createRequestLedger(services, context, { account: asked.actingAccount });
      const done = await pass(ledger, receipt, asked, context.write().ref);
      const state = await receiptReadModel.one(services.database, done.receipt);
      return { status: 201, body: written(done, state) };
    },
  });
}
