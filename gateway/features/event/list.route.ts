import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { eventBody } from "./eventBody.ts";
import { eventCursor } from "./eventCursor.ts";
import { nextEvents } from "./nextEvents.ts";
import { retractedBody } from "./retractedBody.ts";

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
        body: z.object({
          retracted: z.array(retractedBody).describe("Events up to `after` that are gone"),
          events: z.array(eventBody),
          next: z.string(),
        }),
      },
    },
    handler: async ({ query, context }) => {
      const found = await nextEvents(database, context.member(), query.after, query.limit);
      const { retracted, events, next } = found;
      return { status: 200, body: { retracted, events, next } };
    },
  });
}
