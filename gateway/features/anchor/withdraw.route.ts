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
import { anchorParams } from "./anchorParams.ts";
import { anchorReadModel } from "./anchorReadModel.ts";

/** Takes a root back; that it was anchored stays known. */
export function withdrawAnchorRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/anchors/:root/withdrawal",
    operationId: "withdrawAnchor",
    summary: "Take back a root that you anchored",
    permission: "member",
    request: {
      params: anchorParams,
      body: z.strictObject({
        reasonDigest: fields.digest.optional().describe("Digest of the reason"),
        actingAccount,
      }),
    },
    responses: { 200: { description: "The anchor", body: writtenBody.extend(anchorBody.shape) } },
    handler: async ({ params: { root }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { reasonDigest } = body;
      const done = await anchors.withdraw(ledger, { root, reasonDigest, ref: context.write().ref });
      const state = await anchorReadModel.one(services.database, root);
      return { status: 200, body: written(done, state) };
    },
  });
}
