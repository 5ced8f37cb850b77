import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import type { LienRow } from "./lienRow.ts";
import { showLien } from "./showLien.ts";

const select = `
  SELECT l.*, COALESCE(d.text, l.debt) AS debt_text, COALESCE(n.text, l.registry_number) AS registry_text,
    i.state AS instruction_state
  FROM projected.lien l
  LEFT JOIN local.reference d ON d.digest = l.debt
  LEFT JOIN local.reference n ON n.digest = l.registry_number
  LEFT JOIN projected.payment_instruction i ON i.instruction_id = l.instruction_id`;

function partiesOf(row: LienRow) {
  return [row.debtor, row.secured_party, row.owed_by, row.supervisor, row.buyer];
}

async function show(database: Queryable, rows: readonly LienRow[]) {
  const refOf = await memberRefs(database, rows.flatMap(partiesOf));
  return rows.map((row) => showLien(row, refOf));
}

/** Liens as the projection has them. */
export const lienReadModel = {
  select,
  /** As answers show them, everybody's name in one query. */
  showAll: show,

  async row(database: Queryable, lien: bigint): Promise<LienRow> {
    const [row] = await database.query<LienRow>(`${select} WHERE l.lien_id = $1`, [lien]);
    return found(row, `lien ${lien}`);
  },

  async one(database: Queryable, lien: bigint) {
    const [shown] = await show(database, [await lienReadModel.row(database, lien)]);
    return found(shown, `lien ${lien}`);
  },
} as const;
