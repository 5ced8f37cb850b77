import { settlements } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { progressWrite } from "./progressWrite.ts";

/** Anyone marks an unpaid receivable overdue after its grace period. */
export function markOverdueRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/receivables/:receivable/overdue-marks",
    operationId: "markOverdue",
    summary: "Mark an unpaid receivable overdue: its obligor issues nothing until it is paid",
    permission: "member",
    request: {
      params: z.object({ receivable: ledgerFields.receivable }),
      body: z.object({}).optional(),
    },
    responses: progressWrite.responses,
    handler: ({ params: { receivable }, context }) =>
      progressWrite.run(services, context, receivable, (ledger, ref) =>
        settlements.markOverdue(ledger, { receivable, ref }),
      ),
  });
}
