import type { Queryable } from "../../database/database.ts";
import { found } from "../shared/found.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";
import { shareReads } from "../shared/shareReads.ts";

/** A row of `projected.offer` with what its certificate says. */
export interface OfferRow {
  readonly offer_id: bigint;
  readonly certificate_id: bigint;
  readonly receivable_id: bigint;
  readonly from_member: bigint;
  readonly to_member: bigint;
  readonly obligor: bigint;
  readonly value_minor: bigint;
  readonly currency: string;
  readonly due_date: string;
  readonly tier: number;
  readonly trade_reference: string;
  readonly state: string;
  readonly expires_at: Date;
  readonly is_expired: boolean;
  readonly child_id: bigint | null;
  readonly offered_at: Date;
  readonly ended_at: Date | null;
}

const select = `
  SELECT o.*, c.receivable_id, c.obligor, c.currency, c.due_date, c.tier + 1 AS tier,
    o.state = 'open' AND o.expires_at < (SELECT block_time FROM projected.checkpoint) AS is_expired
  FROM projected.offer o JOIN projected.certificate c ON c.certificate_id = o.certificate_id`;

function partiesOf(row: OfferRow) {
  return [row.from_member, row.to_member, row.obligor];
}

function show(row: OfferRow, refOf: RefOf) {
  return {
    offer: row.offer_id,
    certificate: row.certificate_id,
    receivable: Number(row.receivable_id),
    from: refOf(row.from_member),
    to: refOf(row.to_member),
    obligor: refOf(row.obligor),
    valueMinor: row.value_minor,
    currency: row.currency,
    dueDate: row.due_date,
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

const readRow = shareReads(async (database, offers: readonly bigint[]) => {
  const rows = await database.query<OfferRow>(`${select} WHERE o.offer_id = ANY($1::int8[])`, [
    offers,
  ]);
  const known = new Map(rows.map((row) => [row.offer_id, row]));
  return offers.map((offer) => known.get(offer));
});

/** Offers as the projection has them. */
export const offerReadModel = {
  select,

  async one(database: Queryable, offer: bigint) {
    const known = found(await readRow(database, offer), `offer ${offer}`);
    return show(known, await memberRefs(database, partiesOf(known)));
  },

  /** Offers as answers show them, everybody's name in one query. */
  async showAll(database: Queryable, rows: readonly OfferRow[]) {
    const refOf = await memberRefs(database, rows.flatMap(partiesOf));
    return rows.map((row) => show(row, refOf));
  },
} as const;
