import { settlements } from "@tallystick/sdk";
import type { UpkeepDuty } from "./upkeepDuty.ts";

/** Certificates of one batch: far below a block's gas, and few transactions for a large receivable. */
const CERTIFICATES_A_BATCH = 100;

const settleBatch: UpkeepDuty = {
  verb: "settle-batch",
  sql: `
    SELECT s.receivable_id::text AS subject, s.opened_at AS due_at,
      'run ' || s.run_id || ' after ' || (SELECT count(*) FROM projected.settlement_leg l WHERE l.run_id = s.run_id)
        AS occasion
    FROM projected.settlement_run s WHERE s.open`,
  write: (ledger, subject, ref) =>
    settlements.settleBatch(ledger, {
      receivable: Number(subject),
      limit: CERTIFICATES_A_BATCH,
      ref,
    }),
};

const settleWaiting: UpkeepDuty = {
  verb: "settle-waiting",
  sql: `
    SELECT c.certificate_id::text AS subject, c.minted_at AS due_at,
      'leg ' || (SELECT max(l.leg_id) FROM projected.settlement_leg l WHERE l.certificate_id = c.certificate_id)
        AS occasion
    FROM projected.certificate c WHERE c.waiting_minor > 0 AND NOT c.frozen
      AND NOT EXISTS (SELECT 1 FROM projected.hold h
        WHERE h.certificate_id = c.certificate_id AND h.state = 'open' AND h.firm)`,
  write: (ledger, subject, ref) =>
    settlements.settleWaiting(ledger, { certificate: BigInt(subject), ref }),
};

// What runs reserve and what early payments wait for is paid; the ledger counts it, and refuses what is not overdue.
const markOverdue: UpkeepDuty = {
  verb: "mark-overdue",
  sql: `
    SELECT r.receivable_id::text AS subject, r.settled_minor::text || ' settled' AS occasion,
      r.due_date::timestamptz AS due_at
    FROM projected.receivable r JOIN projected.rules_version v ON v.version = r.rules_version
    WHERE r.state = 'accepted' AND r.overdue_since IS NULL AND r.live_minor > r.waiting_minor
      AND r.due_date + (v.rules ->> 'graceDays')::int4 < $2::date
      AND NOT EXISTS (SELECT 1 FROM projected.settlement_run s
        WHERE s.receivable_id = r.receivable_id AND s.open AND s.paid_minor >= s.total_minor)`,
  write: (ledger, subject, ref) =>
    settlements.markOverdue(ledger, { receivable: Number(subject), ref }),
};

/**
 * What settlement at the due day needs done by someone. Runs come first: what they pay is overdue no more. The mark itself
 * needs nobody: the ledger clears it in the step that leaves nothing unpaid.
 */
export const settlementDuties: readonly UpkeepDuty[] = [settleBatch, settleWaiting, markOverdue];
