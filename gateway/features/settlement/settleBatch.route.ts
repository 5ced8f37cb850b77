import { settlements } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { gasOfMany } from "../../ledger/gasOfMany.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { progressBody } from "./progressBody.ts";
import { readProgress } from "./readProgress.ts";

/** Anyone pays the next certificates of an open run their share. */
export function settleBatchRoute(services: GatewayServices): Route {
  const legs = z.number().describe("Certificates that were paid, or wait");
  const closed = z.boolean().describe("Whether the run is done");
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/settlement-batches",
    operationId: "settleBatch",
    summary: "Distribute an open run's payment to its next certificates",
    permission: "member",
    request: {
      params: z.object({ receivable: ledgerFields.receivable }),
      body: z.strictObject({ limit: z.number().int().min(1).max(500).default(200) }),
    },
    responses: {
      200: {
        description: "How the settlement stands now",
        body: writtenBody.extend({ ...progressBody.shape, legs, closed }),
      },
    },
    handler: async ({ params: { receivable }, body: { limit }, context }) => {
      const { ref } = context.write();
      const ledger = createRequestLedger(services, context, {
        gasLimit: gasOfMany(services, "legs", limit),
      });
      const receipt = await settlements.settleBatch(ledger, { receivable, limit, ref });
      const progress = await readProgress(services.database, receivable);
      const { legs: done, closed: isClosed } = receipt;
      return { status: 200, body: written(receipt, { ...progress, legs: done, closed: isClosed }) };
    },
  });
}
