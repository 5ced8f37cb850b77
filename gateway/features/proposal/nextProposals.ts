import type { Queryable } from "../../database/database.ts";

/** Numbers for new proposals; numbers of requests that fail after this are never used. */
export async function nextProposals(database: Queryable, count: number): Promise<bigint[]> {
  const rows = await database.query<{ proposal: bigint }>(
    "SELECT nextval('local.proposal_number') AS proposal FROM generate_series(1, $1::int4)",
    [count],
  );
  return rows.map(({ proposal }) => proposal);
}
