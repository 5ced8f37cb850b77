import { rules } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { found } from "../shared/found.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { limitBody } from "./limitBody.ts";
import { limitReadModel } from "./limitReadModel.ts";

/** The operator's ceiling over an obligor's own limit. */
export function setCeilingRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "put",
    path: "/v1/members/:member/ceilings/:currency",
    operationId: "setCeiling",
    summary: "Set the ceiling under which an obligor sets its limit",
    permission: "operator",
    request: {
      params: z.object({ member: fields.memberId, currency: fields.currency }),
      body: z.strictObject({ ceilingMinor: ledgerFields.amountMinorOrZero, actingAccount }),
    },
    responses: { 200: { description: "The limit", body: writtenBody.extend(limitBody.shape) } },
    amountOf: ({ params: { currency, member }, body }) => ({
      amounts: [{ currency, amountMinor: body.ceilingMinor }],
      parties: [member],
    }),
    handler: async ({ params: { member: obligor, currency }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const { ceilingMinor: ceiling } = body;
      const done = await rules.setCeiling(ledger, { obligor, currency, ceiling, ref });
      const [state] = await limitReadModel(services.database, { obligor, currency });
      return { status: 200, body: written(done, found(state, `limit in ${currency}`)) };
    },
  });
}
