import type { Queryable } from "../../database/database.ts";

/** The ledger's own time: of the last block that is projected. Off-chain records use it too, so that they compare. */
export async function ledgerTime(database: Queryable): Promise<Date> {
  const [row] = await database.query<{ block_time: Date }>(
    "SELECT block_time FROM projected.checkpoint",
  );
  return row?.block_time ?? new Date(0);
}
