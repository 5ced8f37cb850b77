import { LedgerRefusal } from "../../errors/ledgerRefusal.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { provisionalKey } from "../../keystore/provisionalKey.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { admitBody } from "./admitBody.ts";
import { admitMember } from "./admitMember.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";
import { recordParty } from "./recordParty.ts";
import { refuseKnownParty } from "./refuseKnownParty.ts";

/** Admits a member; who it is stays in this gateway, on the ledger is a salted digest. */
export function admitMemberRoute(services: GatewayServices): Route {
  const { database, keystore, config } = services;
  return defineRoute({
    method: "post",
    path: "/v1/members",
    operationId: "admitMember",
    summary: "Admit a member",
    permission: "operator",
    request: { body: admitBody },
    responses: {
      201: { description: "Admitted", body: writtenBody.extend(memberDetailBody.shape) },
    },
    handler: async ({ body: { account: given, ...stated }, context }) => {
      if (stated.demonstration !== undefined && !config.demo) {
        throw new ProblemError("unprocessable", "This gateway is no demonstration.");
      }
      const { ref } = context.write();
      await refuseKnownParty(database, stated.party, ref);
      const own = given ?? (await provisionalKey.make(keystore));
      const ledger = createRequestLedger(services, context, { account: stated.actingAccount });
      const { keystorePassphrase: passphrase } = config;
      try {
        const asked = { stated, account: own, passphrase, ref };
        const { done, written: party, account } = await admitMember(ledger, asked);
        if (account !== own) await provisionalKey.drop(keystore, own);
        const { memberId } = context.member();
        const { name, nameZh = null, party: partyId } = party;
        const state = await memberDetail(database, party.memberId, memberId);
        return {
          status: 201,
          body: written(done, { ...state, name, nameZh, partyId }),
          commit: async (transaction) => {
            await recordParty(transaction, party);
            await provisionalKey.assign(transaction, account, party.memberId);
          },
        };
      } catch (error) {
        if (error instanceof LedgerRefusal) await provisionalKey.drop(keystore, own);
        throw error;
      }
    },
  });
}
