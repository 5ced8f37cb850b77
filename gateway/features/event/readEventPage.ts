import { lastKeyOf } from "../../chain/lastKeyOf.ts";
import type { Queryable } from "../../database/database.ts";
import { eventColumns } from "./eventColumns.ts";
import type { EventViewer } from "./eventViewer.ts";
import type { PublishedEvent } from "./publishedEvent.ts";

/** What is asked of the event log. */
export interface EventPageQuery {
  /** A key, or empty for the beginning. */
  readonly after: string;
  readonly limit: number;
  /** Names of events; empty for all. */
  readonly names?: readonly string[];
  /** Names of contracts; empty for all. */
  readonly contracts?: readonly string[];
}

/** Some events, and where the next ones begin. */
export interface EventPage {
  readonly events: readonly PublishedEvent[];
  /** After everything that was looked at, not merely after what was found: nobody looks through the rest again. */
  readonly next: string;
  /** Whether more may be there already. */
  readonly isFull: boolean;
}

// One statement, so that the checkpoint and the events are of the same moment.
const sql = `
  SELECT c.block_number AS horizon, e.*
  FROM projected.checkpoint c LEFT JOIN LATERAL (
    SELECT ${eventColumns} FROM projected.event
    WHERE key > $1 AND ($2::boolean OR members @> ARRAY[$3::int8])
      AND (cardinality($4::text[]) = 0 OR name = ANY ($4))
      AND (cardinality($5::text[]) = 0 OR contract = ANY ($5))
    ORDER BY key LIMIT $6) e ON true
  ORDER BY e.key`;

type Row = PublishedEvent & { readonly horizon: bigint; readonly key: string | null };

/** The next events after a key that a viewer may see, in chain order. */
export async function readEventPage(
  database: Queryable,
  viewer: EventViewer,
  { after, limit, names = [], contracts = [] }: EventPageQuery,
): Promise<EventPage> {
  const parameters = [after, viewer.seesAll, viewer.memberId, names, contracts, limit];
  const rows = await database.query<Row>(sql, parameters);
  const events = rows.filter((row) => row.key !== null).map(({ horizon, ...event }) => event);
  const [first] = rows;
  const isFull = events.length === limit;
  const last = events.at(-1);
  if (isFull && last !== undefined) return { events, next: last.key, isFull };
  const horizon = first === undefined ? "" : lastKeyOf(Number(first.horizon));
  // A projection that is being rebuilt stands before what was already told.
  return { events, next: horizon > after ? horizon : after, isFull };
}
