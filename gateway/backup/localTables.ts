import type { Queryable } from "../database/database.ts";

interface ReferenceRow {
  readonly name: string;
  readonly needs: string[] | null;
}

// Partitions would be listed with their parent; schema local has none.
const sql = `
  SELECT c.relname AS name, array_agg(f.relname::text) FILTER (WHERE f.relname IS NOT NULL) AS needs
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'local'
  LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid
  LEFT JOIN pg_class f ON f.oid = k.confrelid
  WHERE c.relkind = 'r' AND c.relname <> 'migration'
  GROUP BY c.relname ORDER BY c.relname`;

/** Every table of schema `local` as the database lists them, each after those that it refers to. */
export async function localTables(target: Queryable): Promise<string[]> {
  const rows = await target.query<ReferenceRow>(sql);
  const ordered: string[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) =>
      (needs ?? []).every((one) => ordered.includes(one)),
    );
    if (ready.length === 0)
      throw new Error("Tables of schema local refer to each other in a ring.");
    ordered.push(...ready.map(({ name }) => name));
    waiting = waiting.filter(({ name }) => !ordered.includes(name));
  }
  return ordered;
}
