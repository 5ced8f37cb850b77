import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import { cursorParts } from "./cursorParts.ts";
import { eventViewer } from "./eventViewer.ts";
import type { PublishedEvent } from "./publishedEvent.ts";
import { readEventPage } from "./readEventPage.ts";
import { type RetractedEvent, readRetractions } from "./readRetractions.ts";

/** What a listener gets next: first what it takes back, then what is new. */
export interface NextEvents {
  readonly retracted: readonly RetractedEvent[];
  readonly events: readonly PublishedEvent[];
  /** Cursor behind each event, by its place; for listeners that store one after each event. */
  readonly cursors: readonly string[];
  /** Cursor behind all of it. */
  readonly next: string;
  /** Cursor behind everything that was looked through, for listeners that stay: nobody looks through the rest again. */
  readonly reached: string;
}

/**
 * The next events after a cursor that this member may see, in chain order, and those up to it that a reorganisation took
 * back. Retractions are read first: a reorganisation in between is told by the next call.
 */
export async function nextEvents(
  database: Queryable,
  identity: Pick<Identity, "memberId" | "roles">,
  cursor: string,
  limit: number,
): Promise<NextEvents> {
  const viewer = eventViewer(identity);
  const asked = cursorParts.read(cursor);
  const { events: retracted, cursor: from } = await readRetractions(database, asked, viewer);
  const page = await readEventPage(database, viewer, { after: from.key, limit });
  const { events } = page;
  const cursors = events.map(({ key }) => cursorParts.write({ ...from, key }));
  const next = cursors.at(-1) ?? cursorParts.write(from);
  const reached = cursorParts.write({ ...from, key: page.next });
  return { retracted, events, cursors, next, reached };
}
