import { engineProfiles } from "@tallystick/sdk";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { awaitProjection } from "../../ledger/awaitProjection.ts";
import { describeInclusion } from "../../ledger/describeInclusion.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { checkFees } from "./checkFees.ts";
import { checkRelayed } from "./checkRelayed.ts";
import { transactionBody } from "./transactionBody.ts";

/** Relays a transaction of a member that holds its own key. */
export function relayTransactionRoute(services: GatewayServices): Route {
  const { config, ledger, rpc, outbox, projector, directory, keystore } = services;
  const describe = describeInclusion(ledger, rpc);
  return defineRoute({
    method: "post",
    path: "/v1/transactions",
    operationId: "relayTransaction",
    summary: "Relay a transaction that you signed yourself",
    permission: "member",
    request: { body: z.strictObject({ signedTransaction: fields.bytes.max(1_000_000) }) },
    responses: {
      200: { description: "Included", body: transactionBody },
    },
    handler: async ({ body, context }) => {
      const { memberId } = context.member();
      const member = await directory.find(memberId);
      if (member === undefined)
        throw new ProblemError("not-permitted", "You are no member any more.");
      const rawTransaction = body.signedTransaction.toLowerCase();
      const transaction = checkRelayed(rawTransaction, ledger, member);
      const { from } = transaction;
      if (from !== null && (await keystore.holds(from))) {
        const detail =
          "The gateway signs for this account; two counters of its nonces would collide.";
        throw new ProblemError("foreign-transaction", detail);
      }
      await checkFees(rpc, engineProfiles[config.engine], transaction);
      const inclusion = await outbox.relay({ request: context.write(), rawTransaction });
      await awaitProjection(projector, inclusion);
      const { transactionHash, blockNumber } = inclusion;
      const events = await describe(inclusion).events();
      const names = events.map(({ key, contract, name, args }) => ({ key, contract, name, args }));
      return {
        status: 200,
        body: { state: "included", transactionHash, blockNumber, events: names },
      };
    },
  });
}
