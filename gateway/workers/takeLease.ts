import type { Queryable } from "../database/database.ts";

const sql = `
  INSERT INTO local.lease AS lease (name, holder, expires_at)
  VALUES ($1, $2, now() + $3::int8 * interval '1 millisecond')
  ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
  WHERE lease.holder = excluded.holder OR lease.expires_at < now()
  RETURNING holder`;

/** Takes or renews the lease of a piece of work; false while another gateway holds it. By the database's clock. */
export async function takeLease(
  database: Queryable,
  name: string,
  holder: string,
  milliseconds: number,
): Promise<boolean> {
  return (await database.query(sql, [name, holder, milliseconds])).length > 0;
}
