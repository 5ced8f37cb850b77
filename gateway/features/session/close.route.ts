import { sessionToken } from "../../auth/sessionToken.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** Signs out; the token is worthless at once. */
export function closeSessionRoute({ config, sessions }: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/sessions/current",
    operationId: "closeSession",
    summary: "Sign out",
    permission: "member",
    idempotent: false,
    responses: { 204: { description: "Signed out" } },
    handler: async ({ raw }) => {
      const carried = sessionToken.of(raw.request);
      if (carried !== undefined) await sessions.close(carried.token);
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
