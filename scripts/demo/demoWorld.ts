import type { Player } from "../demonstration/admitCast.ts";

/** Who takes part in the life of a table. */
export interface DemoWorld {
  readonly currency: string;
  readonly operator: Player;
  readonly auditor: Player;
  readonly seller: Player;
  /** Customers of the table, by their number. */
  readonly obligors: ReadonlyMap<string, Player>;
  readonly tierTwo: readonly Player[];
  readonly tierThree: readonly Player[];
  readonly financiers: readonly Player[];
  readonly bank: Player;
}
