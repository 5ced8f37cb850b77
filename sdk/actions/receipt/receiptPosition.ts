import type { PositionFlag } from "../../vocabulary/positionFlags.ts";

/** One warehouse receipt as the ledger stores it. */
export type ReceiptPosition = {
  /** Token id. */
  readonly receipt: bigint;
  /** Member that holds it. */
  readonly owner: number;
  /** Count of the location's unit; 0 for one that was spent. */
  readonly quantity: bigint;
  /** Quantity that offers and pledges hold. */
  readonly held: bigint;
  /** 1 for a receipt as issued and the custodian's position above it, one more for each pass. */
  readonly tier: number;
  readonly flags: readonly PositionFlag[];
};
