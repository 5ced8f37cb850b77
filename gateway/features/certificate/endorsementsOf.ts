import type { Queryable } from "../../database/database.ts";
import type { CertificateRow } from "./certificateRow.ts";

/**
 * From the root to the certificate itself, one row a tier or financing. One position passes to a child and no other
 * way, so the number of tiers and financings bounds it.
 */
export function endorsementsOf(
  database: Queryable,
  certificate: bigint,
): Promise<CertificateRow[]> {
  return database.query<CertificateRow>(
    `WITH RECURSIVE path AS (
       SELECT c.*, 0 AS depth FROM projected.certificate c WHERE certificate_id = $1
       UNION ALL
       SELECT p.*, path.depth + 1 FROM path
         JOIN projected.certificate p ON p.certificate_id = path.parent_id
     )
     SELECT * FROM path ORDER BY depth DESC`,
    [certificate],
  );
}
