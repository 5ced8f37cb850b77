import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** Ends a key; at this gateway at once, at others within two seconds. */
export function revokeApiKeyRoute({ identities }: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/api-keys/:apiKey",
    operationId: "revokeApiKey",
    summary: "Revoke an API key",
    permission: "member",
    scope: "administer",
    // A key that is revoked stays so.
    idempotent: false,
    request: { params: z.object({ apiKey: z.string().regex(/^[0-9a-f]{16}$/) }) },
    responses: { 204: { description: "Revoked" } },
    handler: async ({ params, context }) => {
      const { memberId, person } = context.member();
      if (!(await identities.apiKeys.revoke(memberId, params.apiKey, person))) {
        throw new ProblemError("not-found", `The member has no live key ${params.apiKey}.`);
      }
      const subject = `key:${params.apiKey}`;
      identities.security.record({ kind: "key-revoked", memberId, person, subject });
      return { status: 204 };
    },
  });
}
