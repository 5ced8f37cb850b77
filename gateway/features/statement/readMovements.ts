import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { movementSql } from "./movementSql.ts";

/** What a member has of value: certificates that it holds, or that it owes. */
export type Book = "held" | "owed";

/** Whose statement, of what and when. */
export interface AskedStatement {
  readonly memberId: number;
  readonly currency: string;
  /** Begin of the first day. */
  readonly since: Date;
  /** Begin of the day after the last one. */
  readonly until: Date;
}

/** One change of a book. */
export interface MovementRow {
  readonly book: Book;
  readonly key: string;
  readonly name: string;
  readonly block_time: Date;
  readonly transaction_hash: string;
  readonly certificate_id: bigint;
  readonly receivable_id: bigint;
  readonly cause: string;
  /** Minor units; negative where it became less. */
  readonly amount: bigint;
  readonly party: bigint | null;
  readonly trade_reference: string | null;
}

/** What a book had when the period began. */
export type Openings = Readonly<Record<Book, bigint>>;

const LARGEST = 20_000;

/** Sums before the period and every movement in it, oldest first; a period with too many is refused. */
export async function readMovements(
  database: Queryable,
  { memberId, currency, since, until }: AskedStatement,
): Promise<{ openings: Openings; rows: readonly MovementRow[] }> {
  const before = await database.query<{ book: Book; total: bigint }>(
    `SELECT book, sum(amount) AS total FROM (${movementSql}) AS movement
     WHERE block_time < $3 GROUP BY book`,
    [memberId, currency, since],
  );
  const rows = await database.query<MovementRow>(
    `SELECT * FROM (${movementSql}) AS movement
     WHERE block_time >= $3 AND block_time < $4 ORDER BY key, book LIMIT ${LARGEST + 1}`,
    [memberId, currency, since, until],
  );
  if (rows.length > LARGEST) {
    const sentence = `The period has more than ${LARGEST} movements; ask for a shorter one.`;
    throw new ProblemError("unprocessable", sentence);
  }
  const openingOf = (book: Book) => before.find((row) => row.book === book)?.total ?? 0n;
  return { openings: { held: openingOf("held"), owed: openingOf("owed") }, rows };
}
