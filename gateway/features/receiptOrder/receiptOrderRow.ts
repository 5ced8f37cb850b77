import type { ReceiptOrderKind } from "./receiptOrderKinds.ts";
import type { receiptOrderStatuses } from "./receiptOrderStatuses.ts";

/** A row of `local.receipt_order` with what the chain knows of it. */
export interface ReceiptOrderRow {
  readonly order_id: bigint;
  readonly kind: ReceiptOrderKind;
  readonly receipt_id: bigint;
  readonly lot_id: bigint;
  readonly unit: string;
  readonly holder: bigint;
  readonly custodian: bigint;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly nonce: string;
  readonly account: string;
  readonly epoch: bigint;
  readonly deadline: Date;
  readonly signature: string;
  readonly ordered_at: Date;
  readonly status: (typeof receiptOrderStatuses)[number];
  readonly ended_by: string | null;
}
