import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingBody } from "../shared/actingBody.ts";
import { found } from "../shared/found.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { governance } from "./governance.ts";
import { operationBody } from "./operationBody.ts";
import { operationReadModel } from "./operationReadModel.ts";

/** Carries announced rules out once the notice is over: they are on the ledger, with their effective date. */
export function executeRulesRoute(services: GatewayServices): Route {
  const { database } = services;
  return defineRoute({
    method: "post",
    path: "/v1/rules/:operation/execution",
    operationId: "executeRules",
    summary: "Carry announced rules out, once their notice is over",
    permission: "operator",
    request: { params: z.object({ operation: fields.digest }), body: actingBody },
    responses: {
      200: { description: "Carried out", body: writtenBody.extend(operationBody.shape) },
    },
    handler: async ({ params: { operation }, body, context }) => {
      const announced = await operationReadModel.find(database, operation);
      const { target, call_data } = found(announced, `announced rules ${operation}`);
      const { actingAccount: account } = body;
      const parameters = [target, call_data];
      const done = await governance.call(services, context, "execute", parameters, account);
      const row = await operationReadModel.find(database, operation);
      const [state] = operationReadModel.show(found(row, `operation ${operation}`));
      return { status: 200, body: written(done, found(state, `announced rules ${operation}`)) };
    },
  });
}
