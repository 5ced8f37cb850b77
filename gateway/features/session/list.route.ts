import { z } from "zod";
import { sessionToken } from "../../auth/sessionToken.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";

const session = z.object({
  sessionId: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
  isCurrent: z.boolean().describe("Whether it is the one that asks"),
});

/** Where the person that asks is signed in. */
export function listSessionsRoute({ identities }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/sessions",
    operationId: "listSessions",
    summary: "One's own live sessions",
    permission: "member",
    responses: {
      200: { description: "Newest first", body: z.object({ items: z.array(session) }) },
    },
    handler: async ({ context, raw }) => {
      const token = sessionToken.of(raw.request)?.token;
      const items = await identities.sessions.list(context.member(), token);
      return { status: 200, body: { items } };
    },
  });
}
