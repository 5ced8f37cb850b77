import { warehouses } from "@tallystick/sdk";
import { policies } from "../../auth/policies.ts";
import { stockOverseers } from "../../auth/stockOverseers.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { createRequestLedger } from "../../ledger/createRequestLedger.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { lotBody } from "./lotBody.ts";
import { lotParams } from "./lotParams.ts";
import { lotReadModel } from "./lotReadModel.ts";
import { recordCountBody } from "./recordCountBody.ts";
import { signedCount } from "./signedCount.ts";

/** Records what was counted: a fact, also where it breaks what receipts promise. */
export function recordCountRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/lots/:lot/counts",
    operationId: "recordLotCount",
    summary: "Record a count of a lot, your own or one that its counter or a device signed",
    permission: policies(services.database).read("lot", stockOverseers),
    request: { params: lotParams, body: recordCountBody },
    responses: {
      201: { description: "The lot as it stands now", body: writtenBody.extend(lotBody.shape) },
    },
    handler: async ({ params: { lot }, body, context }) => {
      const stated = await signedCount(services, context, lot, body);
      const ledger = createRequestLedger(services, context, { account: body.actingAccount });
      const done = await warehouses.recordCount(ledger, { ...stated, ref: context.write().ref });
      const state = await lotReadModel.one(services.database, lot);
      return { status: 201, body: written(done, state) };
    },
  });
}
