import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import type { ReplayTables, Row } from "../replayTables.ts";
import { existing } from "./existing.ts";

// Every ledger admits certificates first and receipts next, in the constructor of its liens.
const certificates = 1n;
const receipts = 2n;
const largestHold = (1n << 64n) - 1n;

/** Rows of liens: what their events change, and what their ids say. */
export const lienRows = {
  holdOf: (lien: bigint): bigint => lien & largestHold,

  /** What a lien is on; its id begins with the asset's number. */
  assetOf(lien: bigint, address: string): Row {
    const index = lien >> 64n;
    const named = index === certificates ? "certificate" : index === receipts ? "receipt" : address;
    return { asset: named, hold_id: lienRows.holdOf(lien) };
  },

  /** Who owes what is pledged, and in which unit. */
  async owedOn(tx: ReplayTables, lien: bigint, token: bigint): Promise<Row> {
    const index = lien >> 64n;
    if (index === certificates) {
      const row = await existing(tx, "certificate", { certificate_id: token });
      return { token_id: token, owed_by: row["obligor"], unit: row["currency"] };
    }
    if (index !== receipts) return { token_id: token };
    const row = await existing(tx, "receipt", { receipt_id: token });
    return { token_id: token, owed_by: row["custodian"], unit: row["unit"] };
  },

  orNone: (member: bigint): bigint | null => (member === 0n ? null : member),

  dayOrNone: (day: bigint): string | null => (day === 0n ? null : dayToCivilDate(day)),

  change: (tx: ReplayTables, lien: bigint, changes: Row | ((current: Row) => Row)): Promise<void> =>
    tx.change("lien", { lien_id: lien }, changes),

  end: (
    tx: ReplayTables,
    lien: bigint,
    ending: string,
    at: Date,
    changes: Row = {},
  ): Promise<void> =>
    lienRows.change(tx, lien, { ...changes, amount: 0n, state: "ended", ending, ended_at: at }),
} as const;
