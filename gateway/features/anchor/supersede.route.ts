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
import { anchorParams } from "./anchorParams.ts";
import { anchorReadModel } from "./anchorReadModel.ts";

/** Puts another root in the place of one; kind and subject stay. */
export function supersedeAnchorRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/anchors/:root/supersession",
    operationId: "supersedeAnchor",
    summary: "Put another root in the place of one that you anchored",
    permission: "member",
    request: {
      params: anchorParams,
      body: z.strictObject({ successor: fields.digest, count: anchorFields.count, actingAccount }),
    },
    responses: {
      201: { description: "The new anchor", body: writtenBody.extend(anchorBody.shape) },
    },
    handler: async ({ params: { root }, body, context }) => {
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const { successor, count } = body;
      const { ref } = context.write();
      const done = await anchors.supersede(ledger, { root, successor, count, ref });
      const state = await anchorReadModel.one(services.database, successor);
      return { status: 201, body: written(done, state) };
    },
  });
}
