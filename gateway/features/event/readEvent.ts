import type { Queryable } from "../../database/database.ts";
import { eventColumns } from "./eventColumns.ts";
import type { EventViewer } from "./eventViewer.ts";
import type { PublishedEvent } from "./publishedEvent.ts";

const sql = `
  SELECT ${eventColumns} FROM projected.event
  WHERE key = $1 AND ($2::boolean OR members @> ARRAY[$3::int8])`;

/** One event by its key, if the viewer may see it. */
export async function readEvent(
  database: Queryable,
  viewer: EventViewer,
  key: string,
): Promise<PublishedEvent | undefined> {
  const parameters = [key, viewer.seesAll, viewer.memberId];
  const [event] = await database.query<PublishedEvent>(sql, parameters);
  return event;
}
