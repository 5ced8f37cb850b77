import type { BlockHeader, Hex } from "@tallystick/sdk";
import { headerRlp } from "@tallystick/sdk";
import { lastKeyOf } from "../chain/lastKeyOf.ts";
import type { Database, Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";

/** A block with events that has no proof yet. */
export interface UnprovedBlock {
  readonly number: number;
  readonly hash: string;
}

/** A block's headers, from its own to the one that is signed for, and what validators signed. */
export interface KeptProof {
  readonly hash: string;
  readonly headers: readonly Hex[];
  /** Number of the block that the message is about. */
  readonly signedBlock: number;
  readonly signedMessage: Hex;
}

interface Row {
  readonly block_number: bigint;
  readonly block_hash: string;
  readonly header: string;
  readonly signed_message: string | null;
}

const columns = {
  block_number: "int8",
  block_hash: "text",
  header: "text",
  signed_message: "text",
  covered_by: "int8",
  has_events: "bool",
};

const unproved = `
  FROM projected.event e WHERE e.key > $1 AND NOT EXISTS (SELECT 1 FROM local.block_proof p
    WHERE p.block_number = e.block_number AND p.block_hash = e.block_hash)`;

const proofSql = `
  SELECT r.block_number, r.block_hash, r.header, r.signed_message
  FROM local.block_proof p
  JOIN local.block_proof r ON r.block_number BETWEEN p.block_number AND p.covered_by
  WHERE p.block_number = $1 ORDER BY r.block_number`;

/** Proofs of blocks, as they are kept. */
export const blockProofs = {
  /** Blocks above `after` with events and without a proof, the oldest first. */
  async unproved(database: Queryable, after: number, limit: number): Promise<UnprovedBlock[]> {
    const rows = await database.query<Pick<Row, "block_number" | "block_hash">>(
      `SELECT DISTINCT e.block_number, e.block_hash ${unproved} ORDER BY e.block_number LIMIT $2`,
      [lastKeyOf(after), limit],
    );
    return rows.map((row) => ({ number: Number(row.block_number), hash: row.block_hash }));
  },

  /** How many blocks with events are proved, and how many above `after` are not though they are `seconds` old. */
  async count(database: Queryable, after: number, seconds: number) {
    const [row] = await database.query<{ readonly proved: bigint; readonly missing: bigint }>(
      `SELECT (SELECT count(*) FROM local.block_proof WHERE has_events) AS proved,
        (SELECT count(DISTINCT e.block_number) ${unproved}
          AND e.block_time <= now() - $2::int8 * interval '1 second') AS missing`,
      [lastKeyOf(after), seconds],
    );
    return { proved: Number(row?.proved ?? 0), missing: Number(row?.missing ?? 0) };
  },

  /** A block with the headers up to the one that is signed for; undefined where it isn't proved. */
  async read(database: Queryable, block: number): Promise<KeptProof | undefined> {
    const rows = await database.query<Row>(proofSql, [block]);
    const [first, last] = [rows[0], rows.at(-1)];
    const signedMessage = last?.signed_message ?? null;
    if (first === undefined || last === undefined || signedMessage === null) return undefined;
    const signedBlock = Number(last.block_number);
    const headers = rows.map(({ header }) => header);
    return { hash: first.block_hash, headers, signedBlock, signedMessage };
  },

  /** What was signed about a block itself: a message, null where a later block covers it, undefined where it isn't proved. */
  async signedMessage(
    database: Queryable,
    { number, hash }: Pick<BlockHeader, "number" | "hash">,
  ): Promise<Hex | null | undefined> {
    const [row] = await database.query<Pick<Row, "signed_message">>(
      "SELECT signed_message FROM local.block_proof WHERE block_number = $1 AND block_hash = $2",
      [number, hash],
    );
    return row === undefined ? undefined : row.signed_message;
  },

  /** Blocks from one number on that are signed for by themselves, the oldest first. */
  async signedSince(database: Queryable, block: number, limit: number) {
    const rows = await database.query<Pick<Row, "block_number" | "block_hash" | "signed_message">>(
      `SELECT block_number, block_hash, signed_message FROM local.block_proof
       WHERE block_number >= $1 AND signed_message IS NOT NULL ORDER BY block_number LIMIT $2`,
      [block, limit],
    );
    return rows.map(
      ({ block_number: number, block_hash: hash, signed_message: signedMessage }) => ({
        number,
        hash,
        signedMessage: signedMessage ?? "0x",
      }),
    );
  },

  /** Forgets what was signed about a block, and all that it covers. */
  async drop(database: Queryable, signedBlock: bigint): Promise<void> {
    await database.query("DELETE FROM local.block_proof WHERE covered_by = $1", [signedBlock]);
  },

  /** Keeps headers that follow one another, of which the last is signed for. What is proved already stays as it is. */
  async keep(
    database: Database,
    headers: readonly BlockHeader[],
    signedMessage: Hex,
    withEvents: ReadonlySet<number>,
  ): Promise<void> {
    const last = headers.at(-1)?.number;
    const rows = headers.map((header) => ({
      block_number: header.number,
      block_hash: header.hash,
      header: headerRlp(header),
      signed_message: header.number === last ? signedMessage : null,
      covered_by: last,
      has_events: withEvents.has(Number(header.number)),
    }));
    const tail = `ON CONFLICT (block_number) DO UPDATE SET has_events = block_proof.has_events OR excluded.has_events
      WHERE block_proof.block_hash = excluded.block_hash`;
    await insertRows(database, "local.block_proof", columns, rows, tail);
  },
} as const;
