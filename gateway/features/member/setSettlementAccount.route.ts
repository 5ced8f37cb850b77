import { members, settlementAccountDigest } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { derivedSalt } from "../shared/derivedSalt.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { settlementAccountBody } from "./settlementAccountBody.ts";

/** Proposes the bank account that receives the member's payments; its number stays in this gateway. */
export function setSettlementAccountRoute(services: GatewayServices): Route {
  const { database, config } = services;
  return defineRoute({
    method: "put",
    path: "/v1/settlement-account",
    operationId: "setSettlementAccount",
    summary: "Propose the bank account that you are paid on; it waits for its confirmation",
    permission: "member",
    request: { body: settlementAccountBody.extend({ actingAccount }) },
    responses: { 200: { description: "You", body: writtenBody.extend(memberDetailBody.shape) } },
    handler: async ({ body: { actingAccount: account, bank, number }, context }) => {
      const { ref } = context.write();
      const { memberId } = context.member();
      const salt = derivedSalt(config.keystorePassphrase, "settlement account", ref);
      const digest = settlementAccountDigest({ bank, number }, salt);
      const ledger = createRequestLedger(services, context, { account });
      const asked = { settlementAccountDigest: digest, ref };
      const done = await members.setSettlementAccount(ledger, asked);
      return {
        status: 200,
        body: written(done, await memberDetail(database, memberId, memberId)),
        commit: async (transaction) => {
          await transaction.query(
            `INSERT INTO local.settlement_account (digest, member_id, bank, number, salt)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
            [digest, memberId, bank, number, salt],
          );
        },
      };
    },
  });
}
