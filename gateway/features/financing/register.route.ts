import { financings } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import type { Route } from "../../openapi/route.ts";
import { createReferenceBook } from "../reference/createReferenceBook.ts";
import { referenceField } from "../reference/referenceField.ts";
import { stakeOf } from "../shared/stakeOf.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { financingBody } from "./financingBody.ts";
import { financingReadModel } from "./financingReadModel.ts";

const body = z.strictObject({
  registryNumber: referenceField,
  registeredAt: ledgerFields.seconds.describe("When the registry took it in, RFC 3339"),
});

/** The financier records the registration of the assignment; the payments are instructed in the same step. */
export function registerFinancingRoute(services: GatewayServices): Route {
  const { database } = services;
  const record = createReferenceBook(database);
  return defineRoute({
    method: "post",
    path: "/v1/financings/:financing/registration",
    operationId: "registerFinancing",
    summary: "Record the assignment's registration and instruct the payment",
    description: "Until when the bank may accept the payment is a term of the quote.",
    permission: "financier",
    request: { params: z.object({ financing: ledgerFields.id }), body },
    responses: {
      200: {
        description: "The financing as it stands now",
        body: writtenBody.extend(financingBody.shape),
      },
    },
    amountOf: ({ params }) => stakeOf.one(database, "financing", params.financing),
    handler: async ({ params: { financing }, body: stated, context }) => {
      const { registryNumber: number, registeredAt } = stated;
      const call = { financing, registryNumber: number.digest, registeredAt };
      const ledger = createRequestLedger(services, context);
      const receipt = await financings.register(ledger, { ...call, ref: context.write().ref });
      await record([number]);
      const state = await financingReadModel.one(database, financing);
      return { status: 200, body: written(receipt, state) };
    },
  });
}
