import { settlements } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { progressWrite } from "./progressWrite.ts";

/** Anyone clears the mark of a receivable of which nothing is unpaid any more. */
export function clearOverdueRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/receivables/:receivable/overdue-marks",
    operationId: "clearOverdue",
    summary:
      "Clear the overdue mark of a paid receivable; payments nearly always do it by themselves",
    permission: "member",
    request: { params: z.object({ receivable: ledgerFields.receivable }) },
    responses: progressWrite.responses,
    handler: ({ params: { receivable }, context }) =>
      progressWrite.run(services, context, receivable, (ledger, ref) =>
        settlements.clearOverdue(ledger, { receivable, ref }),
      ),
  });
}
