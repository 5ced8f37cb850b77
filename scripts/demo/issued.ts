import type { Player } from "../demonstration/admitCast.ts";
import type { PlannedRow } from "./planDays.ts";

/** A row that was issued and is on its way. */
export interface Issued {
  readonly planned: PlannedRow;
  readonly receivable: number;
  readonly obligor: Player;
  readonly root: string;
  overdue: boolean;
  settled: boolean;
}
