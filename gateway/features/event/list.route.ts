import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { eventBody } from "./eventBody.ts";
import { eventCursor } from "./eventCursor.ts";
import { readEvents } from "./readEvents.ts";

/** Events since a cursor, for those who pull. */
export function listEventsRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/events",
    operationId: "listEvents",
    summary: "Events that concern you, in chain order",
    permission: "member",
    request: { query: z.object({ after: eventCursor, limit: fields.pageSize }) },
    responses: {
      200: {
        description: "The next events; `next` is where to go on",
        body: z.object({ events: z.array(eventBody), next: z.string() }),
      },
    },
    handler: async ({ query, context }) => {
      const events = await readEvents(database, context.member(), query.after, query.limit);
      return { status: 200, body: { events, next: events.at(-1)?.key ?? query.after } };
    },
  });
}
