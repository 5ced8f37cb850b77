/** A row of `projected.receipt`. */
export interface ReceiptRow {
  readonly receipt_id: bigint;
  readonly lot_id: bigint;
  readonly serial: bigint;
  readonly parent_id: bigint | null;
  readonly holder: bigint;
  readonly custodian: bigint;
  readonly unit: string;
  readonly storage_until: string;
  readonly quantity: bigint;
  readonly held: bigint;
  readonly minted: bigint;
  readonly tier: number;
  readonly frozen: boolean;
  readonly financed: boolean;
  readonly recourse: boolean;
  readonly waiting: boolean;
  readonly pledged: boolean;
  readonly cause: string;
  readonly terms_digest: string;
  readonly passed_by: bigint | null;
  readonly trade_reference: string | null;
  readonly minted_at: Date;
  readonly transaction_hash: string;
}
