import type { ReplayTables, Row } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { existing } from "./existing.ts";

function less(amount: bigint, by: bigint): bigint {
  return amount > by ? amount - by : 0n;
}

function later(one: unknown, other: unknown): unknown {
  if (!(one instanceof Date)) return other;
  return other instanceof Date && other > one ? other : one;
}

/** Changes of a lot's row that several events make. */
export const lotRows = {
  existing: (tx: ReplayTables, lot: bigint) => existing(tx, "lot", { lot_id: lot }),

  change: (tx: ReplayTables, lot: bigint, changes: Row | ((row: Row) => Row)) =>
    tx.change("lot", { lot_id: lot }, changes),

  /** Stores what a lot holds now, and what its location does. */
  async measure(tx: ReplayTables, lot: bigint, measured: bigint): Promise<void> {
    const row = await lotRows.existing(tx, lot);
    const by = measured - amountIn(row, "measured");
    await lotRows.change(tx, lot, { measured });
    await tx.change("location", { location_id: row["location_id"] }, (location) => ({
      measured: amountIn(location, "measured") + by,
    }));
  },

  /** Stores one party's count; evidence that nothing contradicts is as old as the later one of both. */
  count(
    row: Row,
    isCustodian: boolean,
    count: { readonly quantity: bigint; readonly takenAt: Date; readonly contradicted: boolean },
  ): Row {
    const { quantity, takenAt, contradicted } = count;
    const own = isCustodian
      ? { by_custodian: quantity, by_custodian_at: takenAt }
      : { by_counter: quantity, by_counter_at: takenAt };
    const counted: Row = { ...row, ...own };
    const sound = contradicted
      ? {}
      : { sound_at: later(counted["by_custodian_at"], counted["by_counter_at"]) };
    return { ...own, contradicted, ...sound };
  },

  /** Takes goods that left off both counts, as the contract does. */
  letOut: (tx: ReplayTables, lot: bigint, goods: bigint, at: Date) =>
    lotRows.change(tx, lot, (row) => ({
      by_custodian: less(amountIn(row, "by_custodian"), goods),
      by_counter: less(amountIn(row, "by_counter"), goods),
      moved_at: at,
    })),
} as const;
