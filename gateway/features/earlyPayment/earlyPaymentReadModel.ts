import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";

interface EarlyPaymentRow {
  readonly early_payment_id: bigint;
  readonly certificate_id: bigint;
  readonly obligor: bigint;
  readonly holder: bigint;
  readonly lien_id: bigint | null;
  readonly secured_party: bigint | null;
  readonly face_minor: bigint;
  readonly paid_minor: bigint;
  readonly currency: string;
  readonly instruction_id: bigint;
  readonly obligor_overdue: boolean;
  readonly state: string;
  readonly agreed_at: Date;
  readonly finished_at: Date | null;
}

/** Which early payments a list has. */
export interface EarlyPaymentFilter {
  /** Whose; undefined for everybody's. */
  readonly member: number | undefined;
  readonly state: string | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

const select = `
  SELECT e.*, c.currency FROM projected.early_payment e
  JOIN projected.certificate c ON c.certificate_id = e.certificate_id`;

async function show(database: Queryable, rows: readonly EarlyPaymentRow[]) {
  const refOf = await memberRefs(
    database,
    rows.flatMap(({ obligor, holder, secured_party }) => [
      obligor,
      holder,
      secured_party ?? holder,
    ]),
  );
  return rows.map((row) => ({
    earlyPayment: row.early_payment_id,
    certificate: row.certificate_id,
    obligor: refOf(row.obligor),
    holder: refOf(row.holder),
    lien: row.lien_id,
    securedParty: row.secured_party === null ? null : refOf(row.secured_party),
    faceMinor: row.face_minor,
    paidMinor: row.paid_minor,
    currency: row.currency,
    instruction: row.instruction_id,
    obligorOverdue: row.obligor_overdue,
    state: row.state,
    agreedAt: row.agreed_at,
    finishedAt: row.finished_at,
  }));
}

/** Early payments as the projection has them. */
export const earlyPaymentReadModel = {
  async one(database: Queryable, earlyPayment: bigint) {
    const sql = `${select} WHERE e.early_payment_id = $1`;
    const [shown] = await show(database, await database.query(sql, [earlyPayment]));
    return found(shown, `early payment ${earlyPayment}`);
  },

  /** Newest first, one more than `limit` where there are more. */
  async list(database: Queryable, { member, state, after, limit }: EarlyPaymentFilter) {
    const { where, values } = whereAll([
      ["e.obligor = ? OR e.holder = ? OR e.secured_party = ?", member],
      ["e.state = ?", state],
      ["e.early_payment_id < ?", after],
    ]);
    const sql = `${select} ${where} ORDER BY e.early_payment_id DESC LIMIT ${limit + 1}`;
    return show(database, await database.query(sql, values));
  },
} as const;
