import { anchors } from "@tallystick/sdk";
import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { anchorBody } from "./anchorBody.ts";
import { anchorFields } from "./anchorFields.ts";
import { anchorReadModel } from "./anchorReadModel.ts";

/** States that the member has documents, whose contents and salts stay with it. */
export function createAnchorRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/anchors",
    operationId: "createAnchor",
    summary: "Anchor the Merkle root of your documents, or one digest",
    permission: "member",
    request: {
      body: z.strictObject({
        root: fields.digest,
        kind: anchorFields.kind,
        subject: fields.digest.optional().describe("What they are about: an id or a digest"),
        count: anchorFields.count,
        actingAccount,
      }),
    },
    responses: { 201: { description: "The anchor", body: writtenBody.extend(anchorBody.shape) } },
    handler: async ({ body: { actingAccount: account, ...asked }, context }) => {
      const ledger = createRequestLedger(services, context, { account });
      const done = await anchors.anchor(ledger, { ...asked, ref: context.write().ref });
      const state = await anchorReadModel.one(services.database, asked.root);
      return { status: 201, body: written(done, state) };
    },
  });
}
