import { readBlock } from "../chain/readBlock.ts";
import { readCanonicalReceipt } from "../chain/readCanonicalReceipt.ts";
import type { Rpc } from "../chain/rpc.ts";
import type { Database } from "../database/database.ts";
import { type OutboxRow, outboxRows } from "./outboxRows.ts";
import type { StoredTransaction } from "./storedTransaction.ts";

const DEPTH = 64;

interface IncludedRow extends OutboxRow {
  block_hash: string;
}

const takeBackSql = `
  UPDATE local.outbox SET state = 'signed', block_number = NULL, block_hash = NULL, finished_at = NULL
  WHERE transaction_hash = ANY($1::text[]) AND state = 'included' RETURNING *`;

/**
 * After a reorganisation: transactions whose block the chain has no longer, and which no other block holds, wait again.
 * Answers them in the order in which they must be sent. Looks 64 blocks back from the head.
 */
export async function takeBackVanished(
  database: Database,
  rpc: Rpc,
  headNumber: number,
): Promise<StoredTransaction[]> {
  const rows = await database.query<IncludedRow>(
    "SELECT * FROM local.outbox WHERE state = 'included' AND block_number > $1",
    [headNumber - DEPTH],
  );
  const vanished: string[] = [];
  for (const [number, included] of Map.groupBy(rows, (row) => Number(row.block_number))) {
    const block = await readBlock(rpc, number);
    for (const row of included.filter(({ block_hash }) => block_hash !== block?.hash)) {
      const receipt = await readCanonicalReceipt(rpc, row.transaction_hash);
      if (receipt === undefined) vanished.push(row.transaction_hash);
      else await move(database, row.transaction_hash, receipt.blockNumber, receipt.blockHash);
    }
  }
  const taken = await database.query<OutboxRow>(takeBackSql, [vanished]);
  // In the chain's own order: numbers that the ledger gave them, and that were answered, are most likely given again.
  const placeOf = new Map(rows.map((row) => [row.transaction_hash, Number(row.block_number)]));
  const place = ({ hash }: StoredTransaction) => placeOf.get(hash) ?? 0;
  const stored = taken.map(outboxRows.read);
  return stored.sort((a, b) => place(a) - place(b) || a.nonce - b.nonce);
}

async function move(database: Database, hash: string, number: number, blockHash: string) {
  await database.query(
    "UPDATE local.outbox SET block_number = $2, block_hash = $3 WHERE transaction_hash = $1",
    [hash, number, blockHash],
  );
}
