import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { shareReads } from "../shared/shareReads.ts";
import type { CertificateRow } from "./certificateRow.ts";
import { type ShownCertificate, showCertificate } from "./showCertificate.ts";

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
} as const;
