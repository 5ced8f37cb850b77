import type { Queryable } from "../../../database/database.ts";
import { type Condition, whereAll } from "../whereAll.ts";
import type { ListPlace } from "./listCursors.ts";
import type { ListOrder, ListSource, SortColumn } from "./listSource.ts";

/** Which rows of a list. */
export interface AskedRows {
  readonly conditions: readonly Condition[];
  readonly order: ListOrder;
  readonly after: ListPlace | undefined;
  readonly limit: number;
}

/** One page of rows, and where it ends when there are more. */
export interface ListedRows<Row> {
  readonly rows: readonly Row[];
  readonly end: ListPlace | undefined;
}

interface Placed {
  readonly list_value: string;
  readonly list_id: string;
}

/** The columns that decide the order: the one asked for, then the id. */
function keysOf({ id, sorts }: ListSource, { column }: ListOrder): SortColumn[] {
  const sort = Object.hasOwn(sorts, column) ? sorts[column] : undefined;
  return sort === undefined ? [id] : [sort, id];
}

/** Rows after a place in an order. The sort value and id stand beside each row, so that no two rows share a place. */
export async function readList<Row>(
  database: Queryable,
  source: ListSource,
  { conditions, order, after, limit }: AskedRows,
): Promise<ListedRows<Row>> {
  const keys = keysOf(source, order);
  const [first = source.id] = keys;
  const { where, values } = whereAll(conditions);
  const direction = order.isDescending ? "DESC" : "ASC";
  const parts = where === "" ? [] : [where.slice("WHERE ".length)];
  if (after !== undefined) {
    const given = keys.length === 1 ? [after.id] : [after.value, after.id];
    const marks = keys.map(({ type }, index) => `$${values.length + index + 1}::${type}`);
    values.push(...given);
    const columns = keys.map(({ sql }) => sql).join(", ");
    parts.push(`(${columns}) ${order.isDescending ? "<" : ">"} (${marks.join(", ")})`);
  }
  const sql = `
    SELECT ${source.columns}, (${first.sql})::text AS list_value, (${source.id.sql})::text AS list_id
    FROM ${source.from} ${parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`}
    ORDER BY ${keys.map((key) => `${key.sql} ${direction}`).join(", ")} LIMIT ${limit + 1}`;
  const rows = await database.query<Row & Placed>(sql, values);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const end = last === undefined ? undefined : { value: last.list_value, id: last.list_id };
  return { rows: shown, end };
}
