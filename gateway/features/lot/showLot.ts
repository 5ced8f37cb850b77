import { naturalLoss } from "@tallystick/sdk";
import type { RefOf } from "../shared/memberRefs.ts";
import { controlOf } from "./controlOf.ts";
import type { LotRow } from "./lotRow.ts";

function above(amount: bigint, other: bigint): bigint {
  return amount > other ? amount - other : 0n;
}

function stated(quantity: bigint, at: Date | null) {
  return at === null ? null : { quantity, at };
}

/** What stands against new use of a lot; nothing where `requireUsable` of the ledger passes. */
function obstaclesOf(row: LotRow, control: string): string[] {
  return [
    ...(control === "sound" ? [] : [control]),
    ...(row.short_since === null ? [] : ["short"]),
    ...(row.over_capacity ? ["over-capacity"] : []),
    ...(row.is_admitted ? [] : ["not-admitted"]),
  ];
}

/** A lot as answers show it. */
export function showLot(row: LotRow, refOf: RefOf) {
  const { state: control, staleFrom, frozenFrom } = controlOf(row);
  const loss = naturalLoss(row.live, row.loss_basis_points);
  return {
    lot: Number(row.lot_id),
    location: Number(row.location_id),
    custodian: refOf(row.custodian),
    goodsKey: row.goods_key,
    markDigest: row.mark,
    goodsDigest: row.goods,
    mark: row.mark_text,
    goods: row.goods_text,
    unit: row.unit,
    lossBasisPoints: row.loss_basis_points,
    storageUntil: row.storage_until,
    minLot: row.min_lot,
    measured: row.measured,
    live: row.live,
    held: row.held,
    free: row.live - row.held,
    naturalLoss: loss,
    uncovered: above(row.live, row.measured + loss),
    receiptable: above(row.measured, row.live),
    isShort: row.short_since !== null,
    shortSince: row.short_since,
    control,
    soundAt: row.sound_at,
    staleFrom,
    frozenFrom,
    isContradicted: row.contradicted,
    byCustodian: stated(row.by_custodian, row.by_custodian_at),
    byCounter: stated(row.by_counter, row.by_counter_at),
    movedAt: row.moved_at,
    obstacles: obstaclesOf(row, control),
    openedAt: row.opened_at,
  };
}
