import type { ReplayTables, Row } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { existing } from "./existing.ts";
import type { SplitTokenTables } from "./splitTokenTables.ts";

/** Changes of a position's row that several events make, for one split token. */
export function positionRows(token: SplitTokenTables) {
  const change = (tx: ReplayTables, id: bigint, changes: Row | ((row: Row) => Row)) =>
    tx.change(token.position, { [token.id]: id }, changes);
  return {
    change,

    existing: (tx: ReplayTables, id: bigint) => existing(tx, token.position, { [token.id]: id }),

    /** Takes value off a position. */
    reduce: (tx: ReplayTables, id: bigint, value: bigint) =>
      change(tx, id, (row) => ({ [token.value]: amountIn(row, token.value) - value })),

    hold: (tx: ReplayTables, id: bigint, value: bigint) =>
      change(tx, id, (row) => ({ [token.held]: amountIn(row, token.held) + value })),

    /** Gives back what was held; a settlement run may have ended the reservation before. What is pledged stays. */
    unhold: (tx: ReplayTables, id: bigint, value: bigint) =>
      change(tx, id, (row) => {
        const [held, pledged] = [amountIn(row, token.held), amountIn(row, token.pledged)];
        return { [token.held]: held - pledged > value ? held - value : pledged };
      }),

    /** An active lien keeps more, or less, of what is held. */
    pledge: (tx: ReplayTables, id: bigint, by: bigint) =>
      change(tx, id, (row) => ({ [token.pledged]: amountIn(row, token.pledged) + by })),
  } as const;
}
