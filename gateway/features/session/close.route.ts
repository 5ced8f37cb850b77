import { sessionToken } from "../../auth/sessionToken.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** Signs out; the token is worthless at once. */
export function closeSessionRoute({ config, identities }: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/sessions/current",
    operationId: "closeSession",
    summary: "Sign out",
    permission: "member",
    // Whoever is signed in may sign out, whatever else the sign-in is good for.
    scope: "read",
    idempotent: false,
    responses: { 204: { description: "Signed out" } },
    handler: async ({ context, raw }) => {
      const { memberId, person } = context.member();
      const carried = sessionToken.of(raw.request);
      if (carried !== undefined) await identities.sessions.close(carried.token);
      const { ip: address } = raw.request;
      identities.security.record({ kind: "signed-out", memberId, person, address });
      raw.response.clearCookie(sessionToken.cookie, {
        httpOnly: true,
        sameSite: "strict",
        secure: config.secureCookies,
        path: "/",
      });
      return { status: 204 };
    },
  });
}
