import type { Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

interface LimitRow {
  readonly obligor: bigint;
  readonly currency: string;
  readonly limit_minor: bigint;
  readonly ceiling_minor: bigint;
  readonly in_use_minor: bigint;
}

function freeOf({ limit_minor, ceiling_minor, in_use_minor }: LimitRow): bigint {
  const limit = limit_minor < ceiling_minor ? limit_minor : ceiling_minor;
  return limit > in_use_minor ? limit - in_use_minor : 0n;
}

/** Limits as the projection has them: of one obligor or all, of one currency or all. */
export async function limitReadModel(
  database: Queryable,
  filter: { readonly obligor?: number | undefined; readonly currency?: string },
) {
  const { where, values } = whereAll([
    ["obligor = ?", filter.obligor],
    ["currency = ?", filter.currency],
  ]);
  const rows = await database.query<LimitRow>(
    `SELECT * FROM projected.obligor_limit ${where} ORDER BY obligor, currency`,
    values,
  );
  const refOf = await memberRefs(
    database,
    rows.map((row) => row.obligor),
  );
  return rows.map((row) => ({
    obligor: refOf(row.obligor),
    currency: row.currency,
    limitMinor: row.limit_minor,
    ceilingMinor: row.ceiling_minor,
    inUseMinor: row.in_use_minor,
    freeMinor: freeOf(row),
  }));
}
