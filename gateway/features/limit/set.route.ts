import { receivables } from "@tallystick/sdk";
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

/** The obligor's own limit, under the operator's ceiling. */
export function setLimitRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "put",
    path: "/v1/limits/:currency",
    operationId: "setLimit",
    summary: "Set what you may owe at most in a currency",
    permission: "obligor",
    request: {
      params: z.object({ currency: fields.currency }),
      body: z.strictObject({ limitMinor: ledgerFields.amountMinorOrZero, actingAccount }),
    },
    responses: { 200: { description: "The limit", body: writtenBody.extend(limitBody.shape) } },
    amountOf: ({ params: { currency }, body }) => ({
      amounts: [{ currency, amountMinor: body.limitMinor }],
    }),
    handler: async ({ params: { currency }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { ref } = context.write();
      const done = await receivables.setLimit(ledger, { currency, limit: body.limitMinor, ref });
      const { memberId: obligor } = context.member();
      const [state] = await limitReadModel(services.database, { obligor, currency });
      return { status: 200, body: written(done, found(state, `limit in ${currency}`)) };
    },
  });
}
