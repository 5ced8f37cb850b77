import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { found } from "../shared/found.ts";
import { written } from "../shared/written.ts";
import { writtenBody } from "../shared/writtenBody.ts";
import { governance } from "./governance.ts";
import { operationBody } from "./operationBody.ts";
import { operationReadModel } from "./operationReadModel.ts";
import { rulesBody } from "./rulesBody.ts";
import { rulesCall } from "./rulesCall.ts";

const body = rulesBody.extend({
  effectiveFrom: fields.instant.describe("After the notice of 7 days, when it is carried out"),
  actingAccount,
});

/** Announces a version of the rules; it is carried out after the governance account's notice. */
export function scheduleRulesRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/rules",
    operationId: "scheduleRules",
    summary: "Announce new rules, as the account that governs the parameters",
    permission: "operator",
    request: { body },
    responses: { 201: { description: "Announced", body: writtenBody.extend(operationBody.shape) } },
    handler: async ({ body: asked, context }) => {
      const { effectiveFrom, actingAccount: account, ...rules } = asked;
      const call = rulesCall.encode(rules, effectiveFrom, context.write().ref);
      // A time of 0 is the earliest that the notice allows.
      const parameters = [governance.addressOfRules(services), call, 0];
      const done = await governance.call(services, context, "schedule", parameters, account);
      const events = await done.events();
      const scheduled = events.find(({ name }) => name === "OperationScheduled");
      const operation = String(scheduled?.args["operationId"]);
      const row = await operationReadModel.find(services.database, operation);
      const [state] = operationReadModel.show(found(row, `operation ${operation}`));
      return { status: 201, body: written(done, found(state, `operation ${operation}`)) };
    },
  });
}
