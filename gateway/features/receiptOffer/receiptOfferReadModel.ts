import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { type Condition, whereAll } from "../shared/whereAll.ts";

/** A row of `projected.receipt_offer` with what its receipt says. */
export interface ReceiptOfferRow {
  readonly offer_id: bigint;
  readonly receipt_id: bigint;
  readonly lot_id: bigint;
  readonly custodian: bigint;
  readonly from_member: bigint;
  readonly to_member: bigint;
  readonly quantity: bigint;
  readonly unit: string;
  readonly storage_until: string;
  readonly tier: number;
  readonly trade_reference: string;
  readonly state: string;
  readonly expires_at: Date;
  readonly is_expired: boolean;
  readonly child_id: bigint | null;
  readonly offered_at: Date;
  readonly ended_at: Date | null;
}

/** What a list of offers is narrowed by. */
export interface ReceiptOfferFilter {
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly state: "open" | "ended" | undefined;
  readonly after: bigint | undefined;
  readonly limit: number;
}

function show(row: ReceiptOfferRow, refOf: RefOf) {
  return {
    receiptOffer: row.offer_id,
    receipt: row.receipt_id,
    lot: Number(row.lot_id),
    custodian: refOf(row.custodian),
    from: refOf(row.from_member),
    to: refOf(row.to_member),
    quantity: row.quantity,
    unit: row.unit,
    storageUntil: row.storage_until,
    tier: row.tier,
    tradeReference: row.trade_reference,
    state: row.state,
    expiresAt: row.expires_at,
    isExpired: row.is_expired,
    child: row.child_id,
    offeredAt: row.offered_at,
    endedAt: row.ended_at,
  };
}

async function rowsOf(database: Queryable, conditions: readonly Condition[], limit: number) {
  const { where, values } = whereAll(conditions);
  const rows = await database.query<ReceiptOfferRow>(
    `SELECT o.*, r.lot_id, r.custodian, r.unit, r.storage_until, r.tier + 1 AS tier,
       o.state = 'open' AND o.expires_at < (SELECT block_time FROM projected.checkpoint) AS is_expired
     FROM projected.receipt_offer o JOIN projected.receipt r ON r.receipt_id = o.receipt_id
     ${where} ORDER BY o.offer_id DESC LIMIT ${limit}`,
    values,
  );
  const named = rows.flatMap((row) => [row.from_member, row.to_member, row.custodian]);
  return { rows, refOf: await memberRefs(database, named) };
}

/** Offers of receipts as the projection has them. */
export const receiptOfferReadModel = {
  show,

  async one(database: Queryable, offer: bigint) {
    const { rows, refOf } = await rowsOf(database, [["o.offer_id = ?", offer]], 1);
    return show(found(rows[0], `offer ${offer} of a receipt`), refOf);
  },

  /** Newest first, one row more than `limit` when there are more, and the names for them. */
  list(database: Queryable, filter: ReceiptOfferFilter) {
    const isOpen = filter.state === undefined ? undefined : filter.state === "open";
    const conditions: readonly Condition[] = [
      ["o.to_member = ?", filter.to],
      ["o.from_member = ?", filter.from],
      ["(o.state = 'open') = ?", isOpen],
      ["o.offer_id < ?", filter.after],
    ];
    return rowsOf(database, conditions, filter.limit + 1);
  },
} as const;
