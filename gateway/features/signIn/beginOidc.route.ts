import { authorizationCode } from "../../auth/oidc/authorizationCode.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { flowCookie } from "./flowCookie.ts";
import { issuerOf } from "./issuerOf.ts";

/** Sends a person's browser to its company's sign-in page. */
export function beginOidcSignInRoute(services: GatewayServices): Route {
  const { config, identities } = services;
  return defineRoute({
    method: "get",
    path: "/v1/sign-in/oidc/:issuer",
    operationId: "beginOidcSignIn",
    summary: "Sign in through an identity provider",
    permission: "public",
    request: { params: issuerOf.params },
    responses: { 303: { description: "To the provider" } },
    handler: async ({ params, raw }) => {
      const issuer = issuerOf.find(services, params.issuer);
      // Asked before anything is stored: a provider that is away leaves nothing behind.
      await issuer.endpoints();
      const { name } = issuer.settings;
      const begun = await identities.signIns.begin(`oidc:${name}`);
      const redirectUri = issuerOf.redirectUri(services, name);
      const location = await authorizationCode.begin(issuer, begun, redirectUri);
      const expires = begun.expiresAt;
      raw.response.cookie(flowCookie.name, begun.state, {
        ...flowCookie.options(config),
        expires,
      });
      return { status: 303, headers: { location, "cache-control": "no-store" } };
    },
  });
}
