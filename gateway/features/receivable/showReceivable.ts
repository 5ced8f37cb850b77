import type { RefOf } from "../shared/memberRefs.ts";
import type { ReceivableRow } from "./receivableRow.ts";

/** A receivable as answers show it. */
export function showReceivable(row: ReceivableRow, refOf: RefOf) {
  return {
    receivable: Number(row.receivable_id),
    obligor: refOf(row.obligor),
    creditor: refOf(row.creditor),
    amountMinor: row.amount_minor,
    currency: row.currency,
    deliveryDate: row.delivery_date,
    contractDueDate: row.contract_due_date,
    dueDate: row.due_date,
    state: row.state,
    overdue: row.overdue_since !== null,
    overdueSince: row.overdue_since,
    openMinor: row.open_minor,
    liveMinor: row.live_minor,
    settledMinor: row.settled_minor,
    retiredMinor: row.retired_minor,
    waitingMinor: row.waiting_minor,
    documentRoot: row.document_root,
    defenceWaiver: row.defence_waiver,
    noticeByLedger: row.notice_by_ledger,
    longTermReason: row.long_term_reason,
    obligorInterestShareBasisPoints: row.obligor_interest_share,
    termsDigest: row.terms_digest,
    rules: row.rules_version,
    registeredAt: row.registered_at,
    acceptBy: row.accept_by,
    confirmedAt: row.confirmed_at,
    confirmedBy: row.confirmed_by,
    acceptedAt: row.accepted_at,
    endedAt: row.ended_at,
    rootCertificate: row.root_certificate,
    circulationClosed: row.circulation_closed,
    tenorWarningDays: row.tenor_warning_days,
  };
}
