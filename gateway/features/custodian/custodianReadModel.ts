import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { type Condition, whereAll } from "../shared/whereAll.ts";

/** A row of `projected.custodian` with what it keeps. */
export interface CustodianRow {
  readonly custodian: bigint;
  readonly storage_capability: string;
  readonly years_in_trade: string;
  readonly operating_standards: string;
  readonly own_credit: string;
  readonly until: Date;
  readonly is_admitted: boolean;
  readonly admitted_by: bigint;
  readonly admitted_at: Date;
  readonly owners_changed: boolean;
  readonly ownership_evidence: string | null;
  readonly ownership_changed_by: bigint | null;
  readonly ownership_changed_at: Date | null;
  readonly locations: bigint;
  readonly short_lots: bigint;
}

function select(conditions: readonly Condition[], limit: number) {
  const { where, values } = whereAll(conditions);
  const sql = `
    SELECT c.*,
      NOT owners_changed AND until >= (SELECT block_time FROM projected.checkpoint) AS is_admitted,
      (SELECT count(*) FROM projected.location l WHERE l.custodian = c.custodian) AS locations,
      (SELECT count(*) FROM projected.lot l
        WHERE l.custodian = c.custodian AND l.short_since IS NOT NULL) AS short_lots
    FROM projected.custodian c ${where} ORDER BY c.custodian LIMIT ${limit}`;
  return { sql, values };
}

function show(row: CustodianRow, refOf: RefOf) {
  const { ownership_evidence: evidence, ownership_changed_by: by } = row;
  return {
    custodian: refOf(row.custodian),
    isAdmitted: row.is_admitted,
    until: row.until,
    criteria: {
      storageCapability: row.storage_capability,
      yearsInTrade: row.years_in_trade,
      operatingStandards: row.operating_standards,
      ownCredit: row.own_credit,
    },
    admittedBy: refOf(row.admitted_by),
    admittedAt: row.admitted_at,
    ownershipChange: row.owners_changed
      ? { evidence, by: refOf(by), at: row.ownership_changed_at }
      : null,
    locations: Number(row.locations),
    shortLots: Number(row.short_lots),
  };
}

async function rowsOf(database: Queryable, conditions: readonly Condition[], limit: number) {
  const { sql, values } = select(conditions, limit);
  const rows = await database.query<CustodianRow>(sql, values);
  const named = rows.flatMap((row) => [row.custodian, row.admitted_by, row.ownership_changed_by]);
  return { rows, refOf: await memberRefs(database, named) };
}

/** Custodians as the projection has them. */
export const custodianReadModel = {
  show,

  async one(database: Queryable, custodian: number) {
    const { rows, refOf } = await rowsOf(database, [["c.custodian = ?", custodian]], 1);
    return show(found(rows[0], `custodian that was ever admitted as member ${custodian}`), refOf);
  },

  /** By member, one row more than `limit` when there are more, and the names for them. */
  list: (database: Queryable, filter: { after: bigint | undefined; limit: number }) =>
    rowsOf(database, [["c.custodian > ?", filter.after]], filter.limit + 1),
} as const;
