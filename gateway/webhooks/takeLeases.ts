import type { Queryable } from "../database/database.ts";

const sql = `
  INSERT INTO local.lease AS lease (name, holder, expires_at)
  SELECT name, $2, now() + $3::int8 * interval '1 millisecond' FROM unnest($1::text[]) AS wanted(name)
  ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
  WHERE lease.holder = excluded.holder OR lease.expires_at < now()
  RETURNING name`;

/** Takes or renews several leases in one statement and answers those that are held now. By the database's clock. */
export async function takeLeases(
  database: Queryable,
  names: readonly string[],
  holder: string,
  milliseconds: number,
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  // Sorted, so that two gateways that ask at once wait for each other and never for one another.
  const sorted = [...names].sort();
  const rows = await database.query<{ name: string }>(sql, [sorted, holder, milliseconds]);
  return new Set(rows.map(({ name }) => name));
}
