import type { Queryable } from "../../database/database.ts";

/** What settlement runs paid on a certificate, or keep for it. */
export interface SettlementLegRow {
  readonly run_id: bigint;
  readonly face_minor: bigint;
  readonly payee: bigint | null;
  readonly to_payee_minor: bigint;
  readonly debtor: bigint | null;
  readonly to_debtor_minor: bigint;
  readonly late_interest_minor: bigint;
  readonly state: string;
  readonly value_date: string;
  readonly settled_at: Date;
}

/** A certificate's settlement legs in the order of settlement. */
export function settlementLegsOf(
  database: Queryable,
  certificate: bigint,
): Promise<SettlementLegRow[]> {
  return database.query<SettlementLegRow>(
    `SELECT l.*, r.value_date FROM projected.settlement_leg l
     JOIN projected.settlement_run r ON r.run_id = l.run_id
     WHERE l.certificate_id = $1 ORDER BY l.leg_id`,
    [certificate],
  );
}
