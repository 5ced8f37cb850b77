import type { ReportSource } from "../reportSource.ts";
import type { Fields } from "./Fields.ts";
import { rowsOf } from "./rowsOf.ts";

/** A lien from its proposal on. */
export interface Lien {
  readonly id: bigint;
  readonly asset: string;
  readonly token: bigint;
  readonly unit: string | undefined;
  readonly amount: bigint;
  readonly debtor: number;
  readonly securedParty: number;
  readonly purchaseMoneyDay: string | undefined;
  readonly state: string;
  readonly ending: string | undefined;
  readonly acceptedAt: number | undefined;
  readonly registeredAt: number | undefined;
  readonly noticedAt: number | undefined;
  readonly activatedAt: number | undefined;
}

function read(row: Fields): Lien {
  return {
    id: row.int("lien_id"),
    asset: row.text("asset"),
    token: row.int("token_id"),
    unit: row.textOrNone("unit"),
    amount: row.int("amount"),
    debtor: row.number("debtor"),
    securedParty: row.number("secured_party"),
    purchaseMoneyDay: row.dateOrNone("purchase_money_day"),
    state: row.text("state"),
    ending: row.textOrNone("ending"),
    acceptedAt: row.timeOrNone("accepted_at"),
    registeredAt: row.timeOrNone("registered_at"),
    noticedAt: row.timeOrNone("noticed_at"),
    activatedAt: row.timeOrNone("activated_at"),
  };
}

/** Every lien, by id. */
export function readLiens(source: ReportSource): readonly Lien[] {
  return rowsOf(source, "lien", read, ({ id }) => id);
}
