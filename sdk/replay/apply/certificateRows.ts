import type { ReplayTables } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { positionRows } from "./positionRows.ts";
import { splitTokenTables } from "./splitTokenTables.ts";

const rows = positionRows(splitTokenTables.certificates);

/** Changes of a certificate's row that several events make. */
export const certificateRows = {
  ...rows,

  /** Moves the pay that waits on a certificate. */
  wait(tx: ReplayTables, id: bigint, by: bigint) {
    return rows.change(tx, id, (row) => {
      const waiting = amountIn(row, "waiting_minor") + by;
      return { waiting_minor: waiting, waiting: waiting > 0n };
    });
  },
} as const;
