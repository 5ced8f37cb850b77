import { receipts, receiptTermsDigest } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptReadModel } from "./receiptReadModel.ts";
import { receiptTermsBody } from "./receiptTermsBody.ts";
import { receiptTermsOf } from "./receiptTermsOf.ts";
import { receiptTermsText } from "./receiptTermsText.ts";

const body = z.strictObject({
  lot: ledgerFields.lot,
  depositor: fields.memberId.describe("Who deposited the goods"),
  quantity: ledgerFields.quantity,
  terms: receiptTermsBody,
  actingAccount,
});

/** Issues a receipt over goods that were measured; its text stays here, its digest goes on the ledger. */
export function issueReceiptRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/receipts",
    operationId: "issueReceipt",
    summary: "Issue a warehouse receipt over measured goods of your lot, to who deposited them",
    permission: "custodian",
    request: { body },
    responses: { 201: { description: "The receipt", body: writtenBody.extend(receiptBody.shape) } },
    handler: async ({ body: { lot, depositor, quantity, ...asked }, context }) => {
      const { memberId } = context.member();
      const fills = await keepsLot(services, lot, memberId);
      const subject = { lot, depositor, quantity, fills };
      const terms = await receiptTermsOf(database, subject, asked.terms);
      const ledger = createRequestLedger(services, context, { account: asked.actingAccount });
      const { ref } = context.write();
      const issued = { lot, depositor, quantity, terms: receiptTermsDigest(terms), ref };
      const done = await receipts.issue(ledger, issued);
      const state = await receiptReadModel.one(database, done.receipt);
      return {
        status: 201,
        body: written(done, state),
        commit: (transaction) => receiptTermsText.keep(transaction, terms, memberId),
      };
    },
  });
}

async function keepsLot({ database }: GatewayServices, lot: number, memberId: number) {
  const sql = "SELECT 1 FROM projected.lot WHERE lot_id = $1 AND custodian = $2";
  return (await database.query(sql, [lot, memberId])).length > 0;
}
