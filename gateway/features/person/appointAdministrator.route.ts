import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { newPerson } from "./newPerson.ts";
import { personBody } from "./personBody.ts";
import { personFields } from "./personFields.ts";

const { issuer, subject, name } = personFields;

/** The operator names a member's first administrator; from then on the member names its own people. */
export function appointAdministratorRoute(services: GatewayServices): Route {
  const { directory, identities } = services;
  return defineRoute({
    method: "post",
    path: "/v1/members/:member/administrator",
    operationId: "appointAdministrator",
    summary: "Name the first administrator of a member that has none here",
    permission: "operator",
    scope: "administer",
    request: {
      params: z.object({ member: fields.memberId }),
      body: z.strictObject({ issuer, subject, name }),
    },
    responses: { 201: { description: "Named", body: personBody } },
    handler: async ({ params: { member: memberId }, body, context }) => {
      if ((await directory.find(memberId)) === undefined) {
        throw new ProblemError("not-found", `There is no member ${memberId}.`);
      }
      if (await identities.people.hasAdministrator(memberId)) {
        throw new ProblemError("conflict", "This member has an administrator, who names others.");
      }
      const createdBy = `member ${context.member().memberId}, ${context.member().person}`;
      return newPerson(services, { ...body, memberId, scopes, createdBy });
    },
  });
}
