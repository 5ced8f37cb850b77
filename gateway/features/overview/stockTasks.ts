import type { OverviewTask } from "./overviewTasks.ts";

/** Goods are no money: items of these tasks have no amount. */
const noMoney = "NULL::numeric AS amount, NULL::text AS currency";

/** What waits for who keeps, counts or holds goods. */
export const stockTasks: readonly OverviewTask[] = [
  {
    task: "answer-receipt-offers",
    kind: "receipt-offer",
    sql: `SELECT o.offer_id AS id, o.from_member AS party, ${noMoney}, r.storage_until AS due_date,
        o.expires_at AS at
      FROM projected.receipt_offer o JOIN projected.receipt r ON r.receipt_id = o.receipt_id
      WHERE o.to_member = $1 AND o.state = 'open' AND o.expires_at >= $3`,
  },
  {
    task: "carry-out-orders",
    roles: ["custodian"],
    kind: "receipt-order",
    sql: `SELECT o.order_id AS id, o.holder AS party, ${noMoney}, r.storage_until AS due_date,
        o.deadline AS at
      FROM local.receipt_order o JOIN projected.receipt r ON r.receipt_id = o.receipt_id
      WHERE r.custodian = $1 AND o.deadline >= $3 AND NOT EXISTS (
        SELECT 1 FROM projected.receipt_order_nonce n
        WHERE n.member = o.holder AND n.nonce = o.nonce)`,
  },
  {
    task: "count-lots",
    kind: "lot",
    sql: `SELECT l.lot_id AS id, l.custodian AS party, ${noMoney}, l.storage_until AS due_date,
        coalesce(l.sound_at, l.opened_at) AS at
      FROM projected.lot l JOIN projected.location p ON p.location_id = l.location_id
      WHERE $1 IN (l.custodian, p.counter) AND (l.live > 0 OR l.measured > 0 OR l.sound_at IS NULL)
        AND (l.contradicted OR l.sound_at IS NULL
          OR l.sound_at + p.fresh_for * interval '1 second' < $3)`,
  },
  {
    task: "watch-short-lots",
    kind: "lot",
    sql: `SELECT l.lot_id AS id, l.custodian AS party, ${noMoney}, l.storage_until AS due_date,
        l.short_since AS at
      FROM projected.lot l WHERE l.short_since IS NOT NULL AND (l.custodian = $1 OR EXISTS (
        SELECT 1 FROM projected.receipt r
        WHERE r.lot_id = l.lot_id AND r.holder = $1 AND r.quantity > 0))`,
  },
  {
    task: "readmit-custodians",
    roles: ["operator"],
    kind: "custodian",
    sql: `SELECT c.custodian AS id, c.custodian AS party, ${noMoney}, NULL::date AS due_date,
        CASE WHEN c.owners_changed THEN c.ownership_changed_at ELSE c.until END AS at
      FROM projected.custodian c
      WHERE c.owners_changed OR c.until < $3::timestamptz + interval '30 days'`,
  },
];
