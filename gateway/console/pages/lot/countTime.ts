import type { Lot } from "../../api/lot.ts";

/** Clocks differ a little, and a count may not lie in the ledger's future. */
const CAUTION_MS = 30_000;

/**
 * When a count is taken to be made if nobody says otherwise, as a `datetime-local` field has it: about now, and after
 * the last count and the last goods that left, which the ledger demands.
 */
export function countTime(lot: Lot): string {
  const last = [lot.byCustodian?.at, lot.byCounter?.at, lot.movedAt].map((at) =>
    at ? Date.parse(at) + 1_000 : 0,
  );
  const moment = new Date(Math.max(Date.now() - CAUTION_MS, ...last));
  const local = moment.getTime() - moment.getTimezoneOffset() * 60_000;
  return new Date(local).toISOString().slice(0, 19);
}
