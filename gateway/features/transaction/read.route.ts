import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { transactionBody } from "./transactionBody.ts";

/** Where a transaction of the caller stands, for answers that came before it was included. */
export function readTransactionRoute({ outbox, database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/transactions/:transactionHash",
    operationId: "readTransaction",
    summary: "Where one of your transactions stands",
    permission: "member",
    request: { params: z.object({ transactionHash: fields.digest }) },
    responses: { 200: { description: "The transaction", body: transactionBody } },
    handler: async ({ params, context }) => {
      const { transactionHash } = params;
      const stored = await outbox.find(transactionHash);
      // Someone else's transaction is told apart from none at all by nobody.
      if (stored === undefined || stored.memberId !== context.member().memberId) {
        throw new ProblemError(
          "not-found",
          `You made no transaction ${transactionHash} through this gateway.`,
        );
      }
      const events = await database.query(
        "SELECT key, contract, name, args FROM projected.event WHERE transaction_hash = $1 ORDER BY key",
        [transactionHash],
      );
      const state = stored.state === "signed" ? "pending" : stored.state;
      const blockNumber = stored.blockNumber ?? null;
      return { status: 200, body: { state, transactionHash, blockNumber, events } };
    },
  });
}
