import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";

/** Obligor and holder of a certificate, one of whom proposes. */
export interface ProposalParties {
  readonly obligor: number;
  readonly holder: number;
  readonly currency: string;
  /** Of the one that proposes. */
  readonly epoch: number;
}

interface PartiesRow {
  readonly certificate_id: bigint;
  readonly obligor: bigint;
  readonly holder: bigint;
  readonly currency: string;
  readonly epoch: bigint;
}

const sql = `
  SELECT c.certificate_id, c.obligor, c.holder, c.currency, m.epoch
  FROM projected.certificate c JOIN projected.member m ON m.member_id = $1
  WHERE c.certificate_id IN (SELECT value::int8 FROM jsonb_array_elements_text($2::jsonb))`;

/**
 * Looks the parties of certificates up for the member that proposes. What it answers throws problem `not-permitted`
 * for a certificate of which that member is neither obligor nor holder, also when there is none.
 */
export async function proposalParties(
  database: Queryable,
  proposer: number,
  certificates: readonly bigint[],
): Promise<(certificate: bigint) => ProposalParties> {
  const asked = JSON.stringify(certificates.map(String));
  const rows = await database.query<PartiesRow>(sql, [proposer, asked]);
  const known = new Map(rows.map((row) => [row.certificate_id, row]));
  return (certificate) => {
    const row = known.get(certificate);
    if (row === undefined || ![Number(row.obligor), Number(row.holder)].includes(proposer)) {
      const sentence = `Only obligor and holder of certificate ${certificate} propose this.`;
      throw new ProblemError("not-permitted", sentence);
    }
    const { obligor, holder, currency, epoch } = row;
    return { obligor: Number(obligor), holder: Number(holder), currency, epoch: Number(epoch) };
  };
}
