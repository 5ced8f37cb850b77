import type { RefOf } from "../shared/memberRefs.ts";

/** A financing as the read model selects it. */
export interface FinancingRow {
  readonly financing_id: bigint;
  readonly state: string;
  readonly certificate_id: bigint;
  readonly child_id: bigint | null;
  readonly receivable_id: bigint;
  readonly financier: bigint;
  readonly holder: bigint;
  readonly obligor: bigint;
  readonly bank: bigint;
  readonly currency: string;
  readonly due_date: string;
  readonly value_minor: bigint;
  readonly principal_minor: bigint;
  readonly discount_minor: bigint;
  readonly fee_minor: bigint;
  readonly obligor_interest_minor: bigint;
  readonly recourse: boolean;
  readonly claim_minor: bigint;
  readonly claim_left: bigint | null;
  readonly debtor: bigint | null;
  readonly buy_back_price_minor: bigint;
  readonly register_by: Date;
  readonly pay_by: bigint;
  readonly registry_text: string | null;
  readonly registered_at: Date | null;
  readonly instruction_id: bigint | null;
  readonly instruction_state: string | null;
  readonly interest_instruction_id: bigint | null;
  readonly buy_back_instruction: bigint | null;
  readonly buy_back_state: string | null;
  readonly buy_back_price: bigint | null;
  readonly accepted_at: Date;
  readonly finished_at: Date | null;
}

function buyBackOf(row: FinancingRow) {
  if (row.buy_back_instruction === null) return null;
  const { buy_back_instruction, buy_back_state, buy_back_price } = row;
  return { instruction: buy_back_instruction, state: buy_back_state, priceMinor: buy_back_price };
}

/** A financing as it is answered. */
export function showFinancing(row: FinancingRow, refOf: RefOf) {
  return {
    financing: row.financing_id,
    state: row.state,
    certificate: row.certificate_id,
    child: row.child_id,
    receivable: Number(row.receivable_id),
    financier: refOf(row.financier),
    holder: refOf(row.holder),
    obligor: refOf(row.obligor),
    bank: refOf(row.bank),
    currency: row.currency,
    dueDate: row.due_date,
    valueMinor: row.value_minor,
    principalMinor: row.principal_minor,
    discountMinor: row.discount_minor,
    feeMinor: row.fee_minor,
    obligorInterestMinor: row.obligor_interest_minor,
    recourse: row.recourse,
    claimMinor: row.claim_minor,
    claimLeftMinor: row.claim_left,
    debtor: refOf(row.debtor),
    buyBackPriceMinor: row.buy_back_price_minor,
    registerBy: row.register_by,
    payBy: new Date(Number(row.pay_by) * 1000),
    registryNumber: row.registry_text,
    registeredAt: row.registered_at,
    instruction: row.instruction_id,
    instructionState: row.instruction_state,
    interestInstruction: row.interest_instruction_id,
    buyBack: buyBackOf(row),
    acceptedAt: row.accepted_at,
    finishedAt: row.finished_at,
  };
}
