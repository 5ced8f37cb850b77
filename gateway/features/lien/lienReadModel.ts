import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { whereAll } from "../shared/whereAll.ts";
import type { LienRow } from "./lienRow.ts";
import { showLien } from "./showLien.ts";

/** What a list of liens is narrowed by; undefined asks for all. */
export interface LienFilter {
  readonly debtor?: number | undefined;
  readonly secured?: number | undefined;
  /** Keeps the pledged goods. */
  readonly custodian?: number | undefined;
  readonly obligor?: number | undefined;
  readonly party?: number | undefined;
  readonly state?: string | undefined;
  readonly certificate?: bigint | undefined;
  readonly receipt?: bigint | undefined;
  readonly after?: bigint | undefined;
  readonly limit: number;
}

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
  async row(database: Queryable, lien: bigint): Promise<LienRow> {
    const [row] = await database.query<LienRow>(`${select} WHERE l.lien_id = $1`, [lien]);
    return found(row, `lien ${lien}`);
  },

  async one(database: Queryable, lien: bigint) {
    const [shown] = await show(database, [await lienReadModel.row(database, lien)]);
    return found(shown, `lien ${lien}`);
  },

  /** Newest first within an asset, one more than `limit` where there are more. */
  async list(database: Queryable, filter: LienFilter) {
    const { where, values } = whereAll([
      ["l.debtor = ?", filter.debtor],
      ["l.secured_party = ?", filter.secured],
      ["l.asset = 'receipt' AND l.owed_by = ?", filter.custodian],
      ["l.asset = 'certificate' AND l.owed_by = ?", filter.obligor],
      ["?::int8 IN (l.debtor, l.secured_party, l.owed_by, l.supervisor, l.buyer)", filter.party],
      ["l.state = ?", filter.state],
      ["l.asset = 'certificate' AND l.token_id = ?", filter.certificate],
      ["l.asset = 'receipt' AND l.token_id = ?", filter.receipt],
      ["l.lien_id < ?", filter.after],
    ]);
    const sql = `${select} ${where} ORDER BY l.lien_id DESC LIMIT ${filter.limit + 1}`;
    return show(database, await database.query<LienRow>(sql, values));
  },
} as const;
