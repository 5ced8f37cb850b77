import { namesIn } from "../../vocabulary/namesIn.ts";
import { type PositionFlag, positionFlags } from "../../vocabulary/positionFlags.ts";

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

type Link = {
  readonly id: bigint;
  readonly owner: bigint;
  readonly value: bigint;
  readonly held: bigint;
  readonly tier: bigint;
  readonly flags: bigint;
};

/** A link of a lineage as this SDK says it. */
export function position({ id, owner, value, held, tier, flags }: Link): Position {
  return {
    certificate: id,
    owner: Number(owner),
    value,
    held,
    tier: Number(tier),
    flags: namesIn(positionFlags, flags),
  };
}
