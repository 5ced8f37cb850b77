import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { newPerson } from "./newPerson.ts";
import { personBody } from "./personBody.ts";
import { personFields } from "./personFields.ts";

/** Names someone who acts for the member from now on. */
export function createPersonRoute(services: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/people",
    operationId: "createPerson",
    summary: "Name a person who acts for the member",
    permission: "member",
    scope: "administer",
    request: { body: z.strictObject(personFields) },
    responses: { 201: { description: "Named", body: personBody } },
    handler: async ({ body, context }) => {
      const { memberId, person } = context.member();
      return newPerson(services, { ...body, memberId, createdBy: person });
    },
  });
}
