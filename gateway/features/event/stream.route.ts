import { z } from "zod";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import type { Route } from "../../openapi/route.ts";
import { createStreamLimit } from "./createStreamLimit.ts";
import { eventCursor } from "./eventCursor.ts";
import { streamEvents } from "./streamEvents.ts";

/** Events as they happen, for browsers and programs that listen. */
export function streamEventsRoute(services: GatewayServices): Route {
  const streams = createStreamLimit(services.config.streamsPerMember, services.metrics);
  return defineRoute({
    method: "get",
    path: "/v1/events/stream",
    operationId: "streamEvents",
    summary: "Events that concern you, as server-sent events",
    description:
      "Ids are cursors: EventSource goes on where it was by Last-Event-ID. Event `retracted` names an event that a reorganisation took back.",
    permission: "member",
    live: true,
    request: { query: z.object({ after: eventCursor }) },
    responses: { 200: { description: "The stream", contentType: "text/event-stream" } },
    handler: async ({ query, context, raw }) => {
      const lastEventId = eventCursor.safeParse(raw.request.get("last-event-id") ?? undefined);
      const after = lastEventId.success && lastEventId.data !== "" ? lastEventId.data : query.after;
      const leave = streams.enter(context.member().memberId);
      try {
        await streamEvents(services, context, raw.response, after);
      } finally {
        leave();
      }
      return undefined;
    },
  });
}
