import type { Queryable } from "../../database/database.ts";
import type { CertificateRow } from "./certificateRow.ts";

/** Most certificates that one drawing shows. */
const MAXIMUM = 2_000;

/** Certificates of one receivable as a tree. */
export interface Tree {
  readonly rows: readonly CertificateRow[];
  readonly truncated: boolean;
}

function bounded(rows: readonly CertificateRow[]): Tree {
  return { rows: rows.slice(0, MAXIMUM), truncated: rows.length > MAXIMUM };
}

/** Trees of certificates: the whole one, or a member's own part of it. */
export const treeOf = {
  async receivable(database: Queryable, receivable: bigint): Promise<Tree> {
    const rows = await database.query<CertificateRow>(
      `SELECT * FROM projected.certificate WHERE receivable_id = $1
       ORDER BY certificate_id LIMIT ${MAXIMUM + 1}`,
      [receivable],
    );
    return bounded(rows);
  },

  /** The certificate and what `member` ever held of the receivable, what these came from, what came of them. */
  async member(
    database: Queryable,
    { certificate_id, receivable_id }: CertificateRow,
    member: number,
  ) {
    const rows = await database.query<CertificateRow>(
      `WITH RECURSIVE seed AS (
         SELECT * FROM projected.certificate
           WHERE receivable_id = $1 AND (certificate_id = $2 OR holder = $3)
       ), above AS (
         SELECT * FROM seed
         UNION SELECT p.* FROM above JOIN projected.certificate p ON p.certificate_id = above.parent_id
       ), below AS (
         SELECT * FROM seed
         UNION SELECT c.* FROM below JOIN projected.certificate c ON c.parent_id = below.certificate_id
       )
       SELECT * FROM above UNION SELECT * FROM below ORDER BY certificate_id LIMIT ${MAXIMUM + 1}`,
      [receivable_id, certificate_id, member],
    );
    return bounded(rows);
  },
} as const;
