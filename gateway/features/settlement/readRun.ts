import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";

interface RunRow {
  readonly run_id: bigint;
  readonly receivable_id: bigint;
  readonly instruction_id: bigint;
  readonly currency: string;
  readonly total_minor: bigint;
  readonly paid_minor: bigint;
  readonly value_date: string;
  readonly open: boolean;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly obligor: bigint;
  readonly bank: bigint;
}

interface LegRow {
  readonly certificate_id: bigint;
  readonly state: string;
  readonly payee: bigint | null;
  readonly face_minor: bigint;
  readonly to_payee_minor: bigint;
  readonly debtor: bigint | null;
  readonly to_debtor_minor: bigint;
  readonly late_interest_minor: bigint;
  readonly settled_at: Date;
}

const runSql = `
  SELECT s.run_id, s.receivable_id, s.instruction_id, r.currency, s.total_minor, s.paid_minor, s.value_date, s.open,
    s.opened_at, s.closed_at, r.obligor, i.bank
  FROM projected.settlement_run s
  JOIN projected.receivable r ON r.receivable_id = s.receivable_id
  JOIN projected.payment_instruction i ON i.instruction_id = s.instruction_id
  WHERE s.run_id = $1`;

const legSql = `
  SELECT certificate_id, state, payee, face_minor, to_payee_minor, debtor, to_debtor_minor, late_interest_minor,
    settled_at
  FROM projected.settlement_leg
  WHERE run_id = $1 AND ($2 OR payee = $3 OR debtor = $3) ORDER BY leg_id LIMIT 500`;

/** A run with its legs as one member may see them: obligor, bank and overseers all, others their own. */
export async function readRun(
  database: Queryable,
  run: bigint,
  viewer: { readonly memberId: number; readonly seesAll: boolean },
) {
  const row = found((await database.query<RunRow>(runSql, [run]))[0], `settlement run ${run}`);
  const isParty = [row.obligor, row.bank].includes(BigInt(viewer.memberId));
  const parameters = [run, viewer.seesAll || isParty, viewer.memberId];
  const legs = await database.query<LegRow>(legSql, parameters);
  const refs = await memberRefs(
    database,
    legs.flatMap(({ payee, debtor }) => [payee, debtor]),
  );
  return {
    run: row.run_id,
    receivable: Number(row.receivable_id),
    instruction: row.instruction_id,
    currency: row.currency,
    totalMinor: row.total_minor,
    paidMinor: row.paid_minor,
    valueDate: row.value_date,
    open: row.open,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    legs: legs.map((leg) => ({
      certificate: leg.certificate_id,
      state: leg.state,
      payee: refs(leg.payee),
      faceMinor: leg.face_minor,
      toPayeeMinor: leg.to_payee_minor,
      debtor: refs(leg.debtor),
      toDebtorMinor: leg.to_debtor_minor,
      lateInterestMinor: leg.late_interest_minor,
      at: leg.settled_at,
    })),
  };
}
