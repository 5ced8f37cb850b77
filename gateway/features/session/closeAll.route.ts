import { z } from "zod";
import { sessionToken } from "../../auth/sessionToken.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

/** Signs a person out everywhere, for instance when a computer is lost. Keys and tokens of providers are not sessions. */
export function closeAllSessionsRoute({ config, identities }: GatewayServices): Route {
  return defineRoute({
    method: "delete",
    path: "/v1/sessions",
    operationId: "closeAllSessions",
    summary: "Sign out everywhere",
    permission: "member",
    scope: "read",
    idempotent: false,
    responses: {
      200: { description: "Signed out", body: z.object({ closed: z.int().describe("How many") }) },
    },
    handler: async ({ context, raw }) => {
      const { memberId, person } = context.member();
      const closed = await identities.sessions.closeAll({ memberId, person });
      const { ip: address } = raw.request;
      identities.security.record({ kind: "signed-out", memberId, person, address });
      raw.response.clearCookie(sessionToken.cookie, {
        httpOnly: true,
        sameSite: "strict",
        secure: config.secureCookies,
        path: "/",
      });
      return { status: 200, body: { closed } };
    },
  });
}
