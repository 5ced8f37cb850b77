/** A row of `projected.receivable`. */
export interface ReceivableRow {
  readonly receivable_id: bigint;
  readonly obligor: bigint;
  readonly creditor: bigint;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly delivery_date: string;
  readonly contract_due_date: string;
  readonly due_date: string;
  readonly state: string;
  readonly document_root: string;
  readonly defence_waiver: boolean;
  readonly notice_by_ledger: boolean;
  readonly long_term_reason: string;
  readonly obligor_interest_share: number;
  readonly terms: unknown;
  readonly terms_digest: string;
  readonly registered_by: bigint;
  readonly registered_at: Date;
  readonly rules_version: number | null;
  readonly accept_by: Date | null;
  readonly confirmed_at: Date | null;
  readonly confirmed_by: string | null;
  readonly accepted_at: Date | null;
  readonly ended_at: Date | null;
  readonly root_certificate: bigint | null;
  readonly open_minor: bigint;
  readonly live_minor: bigint;
  readonly settled_minor: bigint;
  readonly retired_minor: bigint;
  readonly waiting_minor: bigint;
  readonly circulation_closed: boolean;
  readonly overdue_since: Date | null;
  readonly tenor_warning_days: number | null;
}
