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

const answer = z.object({
  key: z.string().optional().describe("The key itself; a repeated request is answered without it"),
  apiKey: apiKeyBody,
});

/** Makes a key and shows it this one time. */
export function createApiKeyRoute({ identities }: GatewayServices): Route {
  return defineRoute({
    method: "post",
    path: "/v1/api-keys",
    operationId: "createApiKey",
    summary: "Make an API key; it is shown once",
    permission: "member",
    scope: "administer",
    isShownOnce: true,
    request: { body: wanted },
    responses: { 201: { description: "Made", body: answer } },
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
      const made = identities.apiKeys.make({ ...own, expiresAt, createdBy: person });
      const apiKey = showApiKey(made.key);
      raw.response.set("cache-control", "no-store");
      return {
        status: 201,
        body: { key: made.text, apiKey },
        remembered: { apiKey },
        commit: async (transaction) => {
          await identities.apiKeys.store(transaction, made);
          const subject = `key:${apiKey.keyId}`;
          identities.security.record({ kind: "key-made", memberId, person, subject });
        },
      };
    },
  });
}
