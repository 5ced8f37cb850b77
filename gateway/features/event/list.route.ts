import { z } from "zod";
import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import type { GatewayServices } from "../../gatewayServices.ts";
import { defineRoute } from "../../openapi/defineRoute.ts";
import { fields } from "../../openapi/fields.ts";
import type { Route } from "../../openapi/route.ts";
import { answerTable } from "../shared/list/answerTable.ts";
import { csvAnswer } from "../shared/list/csvAnswer.ts";
import { wantsCsv } from "../shared/list/wantsCsv.ts";
import { eventBody } from "./eventBody.ts";
import { eventCursor } from "./eventCursor.ts";
import { nextEvents } from "./nextEvents.ts";
import { retractedBody } from "./retractedBody.ts";

const EXPORT_PAGE = 500;

async function* allEvents(database: Queryable, identity: Identity, after: string) {
  for (let from = after; ; ) {
    const { events, next } = await nextEvents(database, identity, from, EXPORT_PAGE);
    yield events;
    if (events.length < EXPORT_PAGE) return;
    from = next;
  }
}

/** Events since a cursor, for those who pull. */
export function listEventsRoute({ database }: GatewayServices): Route {
  return defineRoute({
    method: "get",
    path: "/v1/events",
    operationId: "listEvents",
    summary: "Events that concern you, in chain order",
    permission: "member",
    request: {
      query: z.object({ after: eventCursor, limit: fields.pageSize, ...answerTable.query }),
    },
    responses: {
      200: {
        description: "The next events; `next` is where to go on",
        body: z.object({
          retracted: z.array(retractedBody).describe("Events up to `after` that are gone"),
          events: z.array(eventBody),
          next: z.string(),
        }),
        isTable: true,
      },
    },
    handler: async ({ query, context, raw }) => {
      if (wantsCsv(raw.request, query.format)) {
        const pages = allEvents(database, context.member(), query.after);
        const withByteOrderMark = query.bom === "true";
        return csvAnswer({ noun: "events", item: eventBody, withByteOrderMark, pages });
      }
      const found = await nextEvents(database, context.member(), query.after, query.limit);
      const { retracted, events, next } = found;
      return { status: 200, body: { retracted, events, next } };
    },
  });
}
