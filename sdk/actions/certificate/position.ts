import type { PositionFlag } from "../../vocabulary/positionFlags.ts";

/** One certificate as the ledger stores it. */
export type Position = {
  /** Token id. */
  readonly certificate: bigint;
  /** Member that holds it. */
  readonly owner: number;
  /** Minor units; 0 for one that was spent. */
  readonly value: bigint;
  /** Minor units that offers, financings and early payments hold. */
  readonly held: bigint;
  /** 1 for the root, one more for each pass in circulation. */
  readonly tier: number;
  readonly flags: readonly PositionFlag[];
};
