import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { personBody } from "./personBody.ts";
import { showPerson } from "./showPerson.ts";

/** The member's people, switched-off ones too, and the providers that could name more. */
export function listPeopleRoute({ identities }: GatewayServices): Route {
  const provider = z.object({ name: z.string(), title: z.string() });
  return defineRoute({
    method: "get",
    path: "/v1/people",
    operationId: "listPeople",
    summary: "People who act for the member",
    permission: "member",
    scope: "administer",
    responses: {
      200: {
        description: "In the order in which they were named",
        body: z.object({ items: z.array(personBody), issuers: z.array(provider) }),
      },
    },
    handler: async ({ context }) => {
      const { memberId } = context.member();
      const people = await identities.people.list(memberId);
      const issuers = identities.issuers
        .filter(({ settings: { members } }) => members === undefined || members.includes(memberId))
        .map(({ settings: { name, title } }) => ({ name, title: title ?? name }));
      return { status: 200, body: { items: people.map(showPerson), issuers } };
    },
  });
}
