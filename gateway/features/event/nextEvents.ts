import type { MemberRole } from "@tallystick/sdk";
import type { Identity } from "../../auth/identity.ts";
import type { Queryable } from "../../database/database.ts";
import { cursorParts } from "./cursorParts.ts";
import { type PublishedEvent, readEvents } from "./readEvents.ts";
import { type RetractedEvent, readRetractions } from "./readRetractions.ts";

/** What a listener gets next: first what it takes back, then what is new. */
export interface NextEvents {
  readonly retracted: readonly RetractedEvent[];
  readonly events: readonly PublishedEvent[];
  /** Cursor behind each event, by its place; for listeners that store one after each event. */
  readonly cursors: readonly string[];
  /** Cursor behind all of it. */
  readonly next: string;
}

/** These oversee the whole ledger; everyone else sees what names them. */
const overseers: readonly MemberRole[] = ["auditor", "regulator", "operator", "legal"];

/**
 * The next events after a cursor that this member may see, in chain order, and those up to it that a reorganisation took
 * back. Retractions are read first: a reorganisation in between is told by the next call.
 */
export async function nextEvents(
  database: Queryable,
  { memberId, roles }: Pick<Identity, "memberId" | "roles">,
  cursor: string,
  limit: number,
): Promise<NextEvents> {
  const viewer = { memberId, seesAll: roles.some((role) => overseers.includes(role)) };
  const asked = cursorParts.read(cursor);
  const { events: retracted, cursor: from } = await readRetractions(database, asked, viewer);
  const events = await readEvents(database, viewer, from.key, limit);
  const cursors = events.map(({ key }) => cursorParts.write({ ...from, key }));
  return { retracted, events, cursors, next: cursors.at(-1) ?? cursorParts.write(from) };
}
