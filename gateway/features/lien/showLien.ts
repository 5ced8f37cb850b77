import type { RefOf } from "../shared/memberRefs.ts";
import type { LienRow } from "./lienRow.ts";

function missing(row: LienRow): string[] {
  if (row.state !== "proposed") return [];
  const isGoods = row.asset === "receipt";
  return [
    ...(row.accepted_at === null ? ["acceptance"] : []),
    ...(!isGoods && row.registered_at === null ? ["registration"] : []),
    ...(isGoods && row.countersigned_at === null ? ["countersignature"] : []),
  ];
}

function saleOf(row: LienRow, refOf: RefOf) {
  if (row.instruction_id === null) return null;
  return {
    instruction: row.instruction_id,
    instructionState: row.instruction_state,
    buyer: refOf(row.buyer),
    value: row.sale_value,
    priceMinor: row.sale_price_minor,
    claimMinor: row.sale_claim_minor,
  };
}

/** A lien as it is answered. */
export function showLien(row: LienRow, refOf: RefOf) {
  const owedBy = refOf(row.owed_by);
  return {
    lien: row.lien_id,
    asset: row.asset,
    token: row.token_id,
    unit: row.unit,
    amount: row.amount,
    pledgedAmount: row.pledged_amount,
    state: row.state,
    ending: row.ending,
    waitsFor: missing(row),
    debtor: refOf(row.debtor),
    securedParty: refOf(row.secured_party),
    obligor: row.asset === "certificate" ? owedBy : null,
    custodian: row.asset === "receipt" ? owedBy : null,
    supervisor: refOf(row.supervisor),
    terms: row.terms,
    debt: row.debt_text,
    purchaseMoneyDay: row.purchase_money_day,
    registryNumber: row.registry_text,
    registeredAt: row.registered_at,
    noticedAt: row.noticed_at,
    expiresAt: row.expires_at,
    proposedAt: row.proposed_at,
    acceptedAt: row.accepted_at,
    countersignedAt: row.countersigned_at,
    activatedAt: row.activated_at,
    defaultedAt: row.defaulted_at,
    endedAt: row.ended_at,
    movedFrom: row.moved_from,
    sale: saleOf(row, refOf),
  };
}
