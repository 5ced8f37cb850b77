import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { type Condition, whereAll } from "../shared/whereAll.ts";

/** A row of `projected.location` with the place's text. */
export interface LocationRow {
  readonly location_id: bigint;
  readonly custodian: bigint;
  readonly place: string;
  readonly address: string | null;
  readonly unit: string;
  readonly capacity: bigint;
  readonly measured: bigint;
  readonly over_capacity: boolean;
  readonly fresh_for: bigint;
  readonly freeze_after: bigint;
  readonly counter: bigint | null;
  readonly counter_appointer: bigint | null;
  readonly counter_document: string | null;
  readonly counter_appointed_at: Date | null;
  readonly registered_at: Date;
}

/** What a list of locations is narrowed by. */
export interface LocationFilter {
  /** Keeps or counts them. */
  readonly keeper: number | undefined;
  readonly custodian: number | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

function show(row: LocationRow, refOf: RefOf) {
  return {
    location: Number(row.location_id),
    custodian: refOf(row.custodian),
    place: row.place,
    address: row.address,
    unit: row.unit,
    capacity: row.capacity,
    measured: row.measured,
    overCapacity: row.over_capacity,
    freshForSeconds: Number(row.fresh_for),
    freezeAfterSeconds: Number(row.freeze_after),
    counter:
      row.counter === null
        ? null
        : {
            member: refOf(row.counter),
            appointer: refOf(row.counter_appointer),
            document: row.counter_document,
            appointedAt: row.counter_appointed_at,
          },
    registeredAt: row.registered_at,
  };
}

async function rowsOf(database: Queryable, conditions: readonly Condition[], limit: number) {
  const { where, values } = whereAll(conditions);
  const rows = await database.query<LocationRow>(
    `SELECT l.*, t.address FROM projected.location l
     LEFT JOIN local.place_text t ON t.place = l.place
     ${where} ORDER BY l.location_id DESC LIMIT ${limit}`,
    values,
  );
  const named = rows.flatMap((row) => [row.custodian, row.counter, row.counter_appointer]);
  return { rows, refOf: await memberRefs(database, named) };
}

/** Locations as the projection has them. */
export const locationReadModel = {
  show,

  async one(database: Queryable, location: number) {
    const { rows, refOf } = await rowsOf(database, [["l.location_id = ?", location]], 1);
    return show(found(rows[0], `location ${location}`), refOf);
  },

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  list: (database: Queryable, filter: LocationFilter) =>
    rowsOf(
      database,
      [
        ["l.custodian = ?::int8 OR l.counter = ?::int8", filter.keeper],
        ["l.custodian = ?", filter.custodian],
        ["l.location_id < ?", filter.after],
      ],
      filter.limit + 1,
    ),
} as const;
