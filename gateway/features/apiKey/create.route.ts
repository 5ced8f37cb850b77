import { z } from "zod";
import { addressRanges } from "../../auth/addressRanges.ts";
import { ProblemError } from "../../errors/problemError.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { apiKeyBody } from "./apiKeyBody.ts";
import { showApiKey } from "./showApiKey.ts";

// A second person is a person: what one administrator could make for itself doesn't approve.
const keyScopes = ["read", "write", "administer"] as const;

const wanted = z.strictObject({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(keyScopes)).min(1),
  expiresAt: fields.instant.optional(),
  addresses: z
    .array(z.string().refine(addressRanges.isRange, "must be an address or a CIDR range"))
    .max(32)
    .default([])
    .describe("Where it may be used from; empty: anywhere"),
});

/** Makes a key and shows it this one time. The answer is never stored, so the request has no Idempotency-Key. */
export function createApiKeyRoute({ identities }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/api-keys",
    operationId: "createApiKey",
    summary: "Make an API key; it is shown once",
    description: "A live key's name is taken, so a repeated request makes no second key.",
    permission: "member",
    scope: "administer",
    idempotent: false,
    request: { body: wanted },
    responses: {
      201: { description: "Made", body: z.object({ key: z.string(), apiKey: apiKeyBody }) },
    },
    handler: async ({ body, context, raw }) => {
      const { memberId, person, scopes } = context.member();
      const beyond = body.scopes.filter((scope) => !scopes.includes(scope));
      if (beyond.length > 0) {
        const detail = `Your sign-in can't give scope ${beyond.join(", ")}: it has not got it.`;
        throw new ProblemError("scope-missing", detail);
      }
      const expiresAt = body.expiresAt === undefined ? null : new Date(body.expiresAt);
      if (expiresAt !== null && expiresAt.getTime() <= Date.now()) {
        throw new ProblemError("unprocessable", "The key would be expired from the beginning.");
      }
      const { name, addresses } = body;
      const own = { memberId, name, addresses, scopes: [...new Set(body.scopes)] };
      const made = await identities.apiKeys.make({ ...own, expiresAt, createdBy: person });
      const { keyId } = made.key;
      identities.security.record({ kind: "key-made", memberId, person, subject: `key:${keyId}` });
      raw.response.set("cache-control", "no-store");
      return { status: 201, body: { key: made.text, apiKey: showApiKey(made.key) } };
    },
  });
}
