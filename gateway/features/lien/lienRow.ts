/** A lien as the read model selects it. */
export interface LienRow {
  readonly lien_id: bigint;
  readonly asset: string;
  readonly token_id: bigint;
  readonly hold_id: bigint;
  readonly unit: string | null;
  readonly amount: bigint;
  readonly pledged_amount: bigint;
  readonly debtor: bigint;
  readonly secured_party: bigint;
  readonly owed_by: bigint | null;
  readonly supervisor: bigint | null;
  readonly purchase_money_day: string | null;
  readonly terms: string;
  readonly debt_text: string;
  readonly expires_at: Date;
  readonly state: string;
  readonly ending: string | null;
  readonly proposed_at: Date;
  readonly accepted_at: Date | null;
  readonly countersigned_at: Date | null;
  readonly registry_text: string | null;
  readonly registered_at: Date | null;
  readonly noticed_at: Date | null;
  readonly activated_at: Date | null;
  readonly defaulted_at: Date | null;
  readonly instruction_id: bigint | null;
  readonly instruction_state: string | null;
  readonly buyer: bigint | null;
  readonly sale_value: bigint | null;
  readonly sale_price_minor: bigint | null;
  readonly sale_claim_minor: bigint | null;
  readonly moved_from: bigint | null;
  readonly ended_at: Date | null;
}
