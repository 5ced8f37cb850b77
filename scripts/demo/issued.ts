import type { Player } from "../demonstration/admitCast.ts";
import type { PlannedRow } from "./planDays.ts";

/** A row that was issued and is on its way. */
export interface Issued {
  readonly planned: PlannedRow;
  readonly receivable: number;
  readonly obligor: Player;
  readonly root: string;
  /** Its way down the chain; it ends before the receivable is paid. */
  circulation: Promise<void>;
  settled: boolean;
}
