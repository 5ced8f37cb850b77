/** A row of `projected.certificate`. */
export interface CertificateRow {
  readonly certificate_id: bigint;
  readonly receivable_id: bigint;
  readonly serial: bigint;
  readonly parent_id: bigint | null;
  readonly holder: bigint;
  readonly obligor: bigint;
  readonly currency: string;
  readonly due_date: string;
  readonly value_minor: bigint;
  readonly held_minor: bigint;
  readonly waiting_minor: bigint;
  readonly minted_minor: bigint;
  readonly tier: number;
  readonly frozen: boolean;
  readonly financed: boolean;
  readonly recourse: boolean;
  readonly waiting: boolean;
  readonly pledged: boolean;
  readonly cause: string;
  readonly passed_by: bigint | null;
  readonly split_from: bigint | null;
  readonly trade_reference: string | null;
  readonly minted_at: Date;
  readonly transaction_hash: string;
}
