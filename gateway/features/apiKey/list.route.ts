import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { apiKeyBody } from "./apiKeyBody.ts";
import { showApiKey } from "./showApiKey.ts";

/** The member's keys, revoked ones too: what a key did is in the audit log under its id. */
export function listApiKeysRoute({ identities }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/api-keys",
    operationId: "listApiKeys",
    summary: "The member's API keys",
    permission: "member",
    scope: "administer",
    responses: {
      200: { description: "Newest first", body: z.object({ items: z.array(apiKeyBody) }) },
    },
    handler: async ({ context }) => {
      const keys = await identities.apiKeys.list(context.member().memberId);
      return { status: 200, body: { items: keys.map(showApiKey) } };
    },
  });
}
