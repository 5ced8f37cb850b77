import type { Queryable } from "../../database/database.ts";
import type { ReceiptRow } from "./receiptRow.ts";

/** From the issue to the receipt itself, one row a hop; the word's tier bounds it. */
export function receiptEndorsementsOf(database: Queryable, receipt: bigint): Promise<ReceiptRow[]> {
  return database.query<ReceiptRow>(
    `WITH RECURSIVE path AS (
       SELECT r.*, 0 AS depth FROM projected.receipt r WHERE receipt_id = $1
       UNION ALL
       SELECT p.*, path.depth + 1 FROM path
         JOIN projected.receipt p ON p.receipt_id = path.parent_id
     )
     SELECT * FROM path WHERE cause <> 'root' ORDER BY depth DESC`,
    [receipt],
  );
}
