import type { Queryable } from "../../database/database.ts";

/** What one member holds of a lot, or all others together. */
export interface Holding {
  readonly holder: bigint | null;
  readonly quantity: bigint;
  readonly held: bigint;
  readonly receipts: number;
}

interface HoldingRow {
  readonly holder: bigint;
  readonly quantity: bigint;
  readonly held: bigint;
  readonly receipts: bigint;
}

const sql = `
  SELECT holder, sum(quantity)::numeric AS quantity, sum(held)::numeric AS held, count(*) AS receipts
  FROM projected.receipt WHERE lot_id = $1 AND quantity > 0 GROUP BY holder ORDER BY 2 DESC, 1`;

function named({ receipts, ...row }: HoldingRow): Holding {
  return { ...row, receipts: Number(receipts) };
}

function together(rows: readonly HoldingRow[]): Holding[] {
  if (rows.length === 0) return [];
  const sum = (of: (row: HoldingRow) => bigint) => rows.reduce((all, row) => all + of(row), 0n);
  const quantity = sum((row) => row.quantity);
  const held = sum((row) => row.held);
  return [{ holder: null, quantity, held, receipts: Number(sum((row) => row.receipts)) }];
}

/** Holders of a lot's live receipts: all of them, or `viewer` alone and the others as one sum. */
export async function holdingsOf(
  database: Queryable,
  lot: number,
  viewer: number | "all",
): Promise<readonly Holding[]> {
  const rows = await database.query<HoldingRow>(sql, [lot]);
  if (viewer === "all") return rows.map(named);
  const own = rows.filter(({ holder }) => holder === BigInt(viewer));
  const others = rows.filter(({ holder }) => holder !== BigInt(viewer));
  return [...own.map(named), ...together(others)];
}
