import type { Queryable } from "../../database/database.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

interface RetirementRow {
  readonly retirement_id: string;
  readonly certificate_id: bigint;
  readonly obligor: bigint;
  readonly holder: bigint;
  readonly value_minor: bigint;
  readonly currency: string;
  readonly bill_tag: string;
  readonly bill_number: string | null;
  readonly range_from: bigint;
  readonly range_to: bigint;
  readonly retired_at: Date;
}

/** Which retirements a list has. */
export interface RetirementFilter {
  /** Whose; undefined for everybody's. */
  readonly member: number | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

const select = `
  SELECT t.*, c.currency, n.text AS bill_number FROM projected.retirement t
  JOIN projected.certificate c ON c.certificate_id = t.certificate_id
  LEFT JOIN local.reference n ON n.digest = t.bill_tag`;

/** Retirements with their cursors, newest first, one more than `limit` where there are more. */
export async function readRetirements(
  database: Queryable,
  { member, after, limit }: RetirementFilter,
) {
  const { where, values } = whereAll([
    ["t.obligor = ? OR t.holder = ?", member],
    ["t.retirement_id < ?", after],
  ]);
  const sql = `${select} ${where} ORDER BY t.retirement_id DESC LIMIT ${limit + 1}`;
  const rows = await database.query<RetirementRow>(sql, values);
  const refOf = await memberRefs(
    database,
    rows.flatMap(({ obligor, holder }) => [obligor, holder]),
  );
  return rows.map((row) => ({
    key: row.retirement_id,
    shown: {
      certificate: row.certificate_id,
      obligor: refOf(row.obligor),
      holder: refOf(row.holder),
      valueMinor: row.value_minor,
      currency: row.currency,
      billNumber: row.bill_number,
      billTag: row.bill_tag,
      from: row.range_from,
      to: row.range_to,
      retiredAt: row.retired_at,
    },
  }));
}
