/** An interest in a position with the facts that its rank hangs on, and whether the member that asks is a party to it. */
export interface InterestRow {
  readonly kind: "pledge" | "factoring";
  readonly id: string;
  readonly party: bigint;
  readonly amount: bigint;
  readonly registered_at: Date | null;
  readonly noticed_at: Date | null;
  readonly public_at: Date | null;
  readonly purchase_money_day: string | null;
  readonly is_own: boolean;
}
