import { members } from "@tallystick/sdk";
import { ZeroHash } from "ethers";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { memberReadModel } from "./memberReadModel.ts";

const body = z.strictObject({
  digest: fields.digest.optional().describe("The one that you read; the one that waits by default"),
  actingAccount,
});

/** Confirms the settlement account that waits. */
export function confirmSettlementAccountRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/settlement-account/confirmation",
    operationId: "confirmSettlementAccount",
    summary: "Confirm the bank account that waits: a second account at once, any after 48 hours",
    permission: "member",
    request: { body: body.prefault({}) },
    responses: { 200: { description: "You", body: writtenBody.extend(memberDetailBody.shape) } },
    handler: async ({ body: asked, context }) => {
      const { memberId } = context.member();
      const row = await memberReadModel.row(database, memberId);
      const waits = row.settlement_account_proposed ?? ZeroHash;
      const { digest = waits, actingAccount: account } = asked;
      const ledger = createRequestLedger(services, context, { account });
      const { ref } = context.write();
      const done = await members.confirmSettlementAccount(ledger, {
        settlementAccountDigest: digest,
        ref,
      });
      const state = await memberDetail(database, memberId, memberId);
      return { status: 200, body: written(done, state) };
    },
  });
}
