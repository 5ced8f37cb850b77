import type { Queryable } from "../../database/database.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

/** A row of `projected.standing_acceptance`. */
export interface StandingAcceptanceRow {
  readonly recipient: bigint;
  readonly sender: bigint;
  readonly until: Date;
  readonly is_in_force: boolean;
  readonly framework: string;
}

/** Tables of the tokens that are accepted: each has acceptances of its own. */
const tables = {
  certificates: "standing_acceptance",
  receipts: "receipt_standing_acceptance",
} as const;

/** What a list is narrowed by. `after` is the other party of the last row. */
export interface StandingAcceptanceFilter {
  readonly of: keyof typeof tables;
  readonly recipient?: number;
  readonly sender?: number;
  readonly after?: bigint | undefined;
  readonly limit: number;
}

function show(row: StandingAcceptanceRow, refOf: RefOf) {
  return {
    recipient: refOf(row.recipient),
    sender: refOf(row.sender),
    until: row.until,
    isInForce: row.is_in_force,
    framework: row.framework,
  };
}

/** Standing acceptances as the projection has them. */
export const standingAcceptanceReadModel = {
  show,

  /** In ascending order of the other party, one row more than `limit` when there are more, and the names for them. */
  async list(database: Queryable, filter: StandingAcceptanceFilter) {
    const other = filter.recipient === undefined ? "recipient" : "sender";
    const { where, values } = whereAll([
      ["recipient = ?", filter.recipient],
      ["sender = ?", filter.sender],
      [`${other} > ?`, filter.after],
    ]);
    const rows = await database.query<StandingAcceptanceRow>(
      `SELECT *, until >= (SELECT block_time FROM projected.checkpoint) AS is_in_force
       FROM projected.${tables[filter.of]} ${where} ORDER BY ${other} LIMIT ${filter.limit + 1}`,
      values,
    );
    const ids = rows.flatMap(({ recipient, sender }) => [recipient, sender]);
    return { rows, refOf: await memberRefs(database, ids) };
  },
} as const;
