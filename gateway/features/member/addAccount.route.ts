import { members } from "@tallystick/sdk";
import { z } from "zod";
import { LedgerRefusal } from "../../errors/ledgerRefusal.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { provisionalKey } from "../../keystore/provisionalKey.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { memberDetail } from "./memberDetail.ts";
import { memberDetailBody } from "./memberDetailBody.ts";

/** The account that the ledger took: that of an earlier attempt, where this one repeats it. */
function accountIn(done: Awaited<ReturnType<typeof members.addAccount>>, asked: string): string {
  const event = done.events.find(
    ({ name }) => name === "AccountProposed" || name === "AccountAdded",
  );
  return event?.name === "AccountProposed" || event?.name === "AccountAdded"
    ? event.args.account
    : asked;
}

/** Proposes another account of the caller's member; without one the gateway makes a key and holds it. */
export function addAccountRoute(services: GatewayServices): Route {
  const { database, keystore } = services;
  return defineRoute({
    method: "post",
    path: "/v1/accounts",
    operationId: "addAccount",
    summary:
      "Propose another account of yours; it acts after 48 hours or a second account's consent",
    permission: "member",
    request: {
      body: z.strictObject({ account: fields.address.optional(), actingAccount }).prefault({}),
    },
    responses: { 201: { description: "You", body: writtenBody.extend(memberDetailBody.shape) } },
    handler: async ({ body, context }) => {
      const own = body.account ?? (await provisionalKey.make(keystore));
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { memberId } = context.member();
      try {
        const done = await members.addAccount(ledger, { account: own, ref: context.write().ref });
        const account = accountIn(done, own);
        if (account !== own) await provisionalKey.drop(keystore, own);
        return {
          status: 201,
          body: written(done, await memberDetail(database, memberId, memberId)),
          commit: (transaction) => provisionalKey.assign(transaction, account, memberId),
        };
      } catch (error) {
        if (error instanceof LedgerRefusal) await provisionalKey.drop(keystore, own);
        throw error;
      }
    },
  });
}
