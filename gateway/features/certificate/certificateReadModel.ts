import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { shareReads } from "../shared/shareReads.ts";
import { type Condition, whereAll } from "../shared/whereAll.ts";
import type { CertificateRow } from "./certificateRow.ts";
import { type ShownCertificate, showCertificate } from "./showCertificate.ts";

/** What a list of certificates is narrowed by; undefined asks for all. */
export interface CertificateFilter {
  readonly holder: number | undefined;
  readonly obligor: number | undefined;
  readonly receivable: number | undefined;
  readonly currency: string | undefined;
  readonly state: "live" | "spent" | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

function stateCondition(state: CertificateFilter["state"]): Condition {
  // The partial index over live certificates is used where the condition is spelled as the index is.
  return [`value_minor ${state === "spent" ? "= 0" : "> 0"} AND ?::text IS NOT NULL`, state];
}

const readRow = shareReads(async (database, certificates: readonly bigint[]) => {
  const rows = await database.query<CertificateRow>(
    "SELECT * FROM projected.certificate WHERE certificate_id = ANY($1::int8[])",
    [certificates],
  );
  const known = new Map(rows.map((row) => [row.certificate_id, row]));
  return certificates.map((certificate) => known.get(certificate));
});

/** Certificates as the projection has them. */
export const certificateReadModel = {
  async row(database: Queryable, certificate: bigint): Promise<CertificateRow> {
    return found(await readRow(database, certificate), `certificate ${certificate}`);
  },

  async one(database: Queryable, certificate: bigint): Promise<ShownCertificate> {
    const row = await certificateReadModel.row(database, certificate);
    return showCertificate(row, await memberRefs(database, [row.holder, row.obligor]));
  },

  async several(
    database: Queryable,
    certificates: readonly bigint[],
  ): Promise<readonly ShownCertificate[]> {
    const rows = await database.query<CertificateRow>(
      "SELECT * FROM projected.certificate WHERE certificate_id = ANY($1::int8[]) ORDER BY certificate_id",
      [certificates],
    );
    const refOf = await memberRefs(
      database,
      rows.flatMap((row) => [row.holder, row.obligor]),
    );
    return rows.map((row) => showCertificate(row, refOf));
  },

  /** Newest first, one row more than `limit` when there are more. */
  async list(database: Queryable, filter: CertificateFilter): Promise<readonly CertificateRow[]> {
    const { where, values } = whereAll([
      ["holder = ?", filter.holder],
      ["obligor = ?", filter.obligor],
      ["receivable_id = ?", filter.receivable],
      ["currency = ?", filter.currency],
      stateCondition(filter.state),
      ["certificate_id < ?", filter.after],
    ]);
    return database.query<CertificateRow>(
      `SELECT * FROM projected.certificate ${where}
       ORDER BY certificate_id DESC LIMIT ${filter.limit + 1}`,
      values,
    );
  },
} as const;
