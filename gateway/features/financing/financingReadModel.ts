import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { type FinancingRow, showFinancing } from "./showFinancing.ts";

const select = `
  SELECT f.*, c.receivable_id, c.due_date, (f.quote ->> 'payBy')::int8 AS pay_by,
    COALESCE(n.text, f.registry_number) AS registry_text, i.state AS instruction_state,
    r.claim_minor AS claim_left, r.debtor, b.instruction_id AS buy_back_instruction, b.state AS buy_back_state,
    b.price_minor AS buy_back_price
  FROM projected.financing f
  JOIN projected.certificate c ON c.certificate_id = f.certificate_id
  LEFT JOIN local.reference n ON n.digest = f.registry_number
  LEFT JOIN projected.payment_instruction i ON i.instruction_id = f.instruction_id
  LEFT JOIN projected.recourse r ON r.certificate_id = f.child_id
  LEFT JOIN LATERAL (SELECT * FROM projected.buy_back
    WHERE certificate_id = f.child_id ORDER BY instruction_id DESC LIMIT 1) b ON true`;

async function show(database: Queryable, rows: readonly FinancingRow[]) {
  const members = rows.flatMap((row) => [
    row.financier,
    row.holder,
    row.obligor,
    row.bank,
    row.debtor,
  ]);
  const refOf = await memberRefs(database, members);
  return rows.map((row) => showFinancing(row, refOf));
}

/** Financings as the projection has them. */
export const financingReadModel = {
  select,
  /** As answers show them, everybody's name in one query. */
  showAll: show,

  async one(database: Queryable, financing: bigint) {
    const sql = `${select} WHERE f.financing_id = $1`;
    const [shown] = await show(database, await database.query(sql, [financing]));
    return found(shown, `financing ${financing}`);
  },
} as const;
