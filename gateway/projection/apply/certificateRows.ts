import type { ProjectionTransaction, Row } from "../projectionTransaction.ts";
import { amountIn } from "./amountIn.ts";

/** Changes of a certificate's row that several events make. */
export const certificateRows = {
  change(tx: ProjectionTransaction, id: bigint, changes: Row | ((row: Row) => Row)) {
    return tx.change("certificate", { certificate_id: id }, changes);
  },

  /** Takes value off a certificate. */
  reduce(tx: ProjectionTransaction, id: bigint, value: bigint) {
    return certificateRows.change(tx, id, (row) => ({
      value_minor: amountIn(row, "value_minor") - value,
    }));
  },

  hold(tx: ProjectionTransaction, id: bigint, value: bigint) {
    return certificateRows.change(tx, id, (row) => ({
      held_minor: amountIn(row, "held_minor") + value,
    }));
  },

  /** Gives back what was held; a settlement run may have ended the reservation before. */
  unhold(tx: ProjectionTransaction, id: bigint, value: bigint) {
    return certificateRows.change(tx, id, (row) => {
      const held = amountIn(row, "held_minor");
      return { held_minor: held > value ? held - value : 0n };
    });
  },

  /** Moves the pay that waits on a certificate. */
  wait(tx: ProjectionTransaction, id: bigint, by: bigint) {
    return certificateRows.change(tx, id, (row) => {
      const waiting = amountIn(row, "waiting_minor") + by;
      return { waiting_minor: waiting, waiting: waiting > 0n };
    });
  },
} as const;
