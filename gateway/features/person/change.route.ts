import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { personBody } from "./personBody.ts";
import { personFields } from "./personFields.ts";
import { showPerson } from "./showPerson.ts";

const change = z.strictObject({
  name: personFields.name,
  scopes: personFields.scopes,
  active: z.boolean(),
});

/** Changes what a person is good for, or switches the person off. Whatever changes ends the person's sessions. */
export function changePersonRoute({ identities }: GatewayServices): Route {
  return defineRoute({
    method: "put",
    path: "/v1/people/:person",
    operationId: "changePerson",
    summary: "Change a person of the member, or switch it off",
    permission: "member",
    scope: "administer",
    request: { params: z.object({ person: z.uuid() }), body: change },
    responses: { 200: { description: "Changed", body: personBody } },
    handler: async ({ params, body, context }) => {
      const { memberId, person: by } = context.member();
      const person = await identities.people.findById(memberId, params.person);
      if (person === undefined) {
        throw new ProblemError("not-found", `The member has no person ${params.person}.`);
      }
      const subject = `oidc:${person.issuer}:${person.subject}`;
      if (subject === by) {
        throw new ProblemError("not-permitted", "Another administrator must change you.");
      }
      return {
        status: 200,
        body: showPerson({ ...person, ...body }),
        commit: async (transaction) => {
          await identities.people.change(transaction, person, body);
          await identities.sessions.closeAll({ memberId, person: subject }, transaction);
          identities.security.record({ kind: "person-changed", memberId, person: by, subject });
        },
      };
    },
  });
}
