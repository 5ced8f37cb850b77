import { bytes3ToCurrency } from "../../money/bytes3ToCurrency.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { amountIn } from "./amountIn.ts";
import { existing } from "./existing.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

function change(tx: ReplayTables, receivable: bigint, changes: Record<string, unknown>) {
  return tx.change("receivable", { receivable_id: receivable }, changes);
}

/** Moves the open amount of a receivable, and with it what counts against its obligor's limit. */
async function moveOpen(tx: ReplayTables, receivable: bigint, by: bigint): Promise<void> {
  const row = await existing(tx, "receivable", { receivable_id: receivable });
  await change(tx, receivable, { open_minor: amountIn(row, "open_minor") + by });
  const limit = { obligor: row["obligor"], currency: row["currency"] };
  await tx.change("obligor_limit", limit, (current) => ({
    in_use_minor: amountIn(current, "in_use_minor") + by,
  }));
}

/** Ends a receivable that never had certificates; what it reserved of the limit is free again. */
async function giveUp(tx: ReplayTables, receivable: bigint, state: string, at: Date) {
  const row = await existing(tx, "receivable", { receivable_id: receivable });
  const open = amountIn(row, "open_minor");
  if (open > 0n) await moveOpen(tx, receivable, -open);
  await change(tx, receivable, { state, ended_at: at });
}

/** Receivables from registration to discharge. */
export const receivableHandlers: EventHandlers = {
  ...onEvent("receivables", "CreditNoteRecorded", (tx, { args, key, blockTime }) =>
    tx.put("credit_note", {
      credit_note_id: key,
      receivable_id: args.receivable,
      invoice_index: args.invoice,
      amount_minor: args.amount,
      note_tag: args.noteTag,
      document_digest: args.documentDigest,
      recorded_by: args.by,
      recorded_at: blockTime,
    }),
  ),
  ...onEvent("receivables", "ReceivableRegistered", (tx, { args, blockTime }) => {
    const { terms } = args;
    tx.put("receivable", {
      receivable_id: args.receivable,
      obligor: args.obligor,
      creditor: args.creditor,
      amount_minor: terms.amount,
      currency: bytes3ToCurrency(terms.currency),
      delivery_date: dayToCivilDate(terms.deliveryDay),
      contract_due_date: dayToCivilDate(terms.contractDueDay),
      due_date: dayToCivilDate(terms.dueDay),
      state: "registered",
      document_root: terms.documentRoot,
      defence_waiver: terms.defenceWaiver,
      notice_by_ledger: terms.noticeByLedger,
      long_term_reason: terms.longTermReason,
      obligor_interest_share: Number(terms.obligorInterestShare),
      terms,
      terms_digest: args.termsDigest,
      registered_by: args.by,
      registered_at: blockTime,
      open_minor: 0n,
      live_minor: 0n,
      settled_minor: 0n,
      retired_minor: 0n,
      waiting_minor: 0n,
      circulation_closed: false,
    });
  }),
  ...onEvent("receivables", "ReceivableConfirmed", async (tx, { args, blockTime }) => {
    const row = await existing(tx, "receivable", { receivable_id: args.receivable });
    await moveOpen(tx, args.receivable, amountIn(row, "amount_minor"));
    await change(tx, args.receivable, {
      state: "confirmed",
      rules_version: Number(args.rules),
      accept_by: instantOf(args.acceptBy),
      confirmed_at: blockTime,
      confirmed_by: args.by,
    });
  }),
  ...onEvent("receivables", "ReceivableAccepted", (tx, { args, blockTime }) =>
    change(tx, args.receivable, {
      state: "accepted",
      accepted_at: blockTime,
      root_certificate: args.certificate,
    }),
  ),
  ...onEvent("receivables", "ReceivableRejected", (tx, { args, blockTime }) =>
    giveUp(tx, args.receivable, "rejected", blockTime),
  ),
  ...onEvent("receivables", "ReceivableVoided", (tx, { args, blockTime }) =>
    giveUp(tx, args.receivable, "voided", blockTime),
  ),
  ...onEvent("receivables", "ReceivableExpired", (tx, { args, blockTime }) =>
    giveUp(tx, args.receivable, "expired", blockTime),
  ),
  ...onEvent("receivables", "ReceivableReduced", (tx, { args }) =>
    moveOpen(tx, args.receivable, -args.amount),
  ),
  ...onEvent("receivables", "ReceivableDischarged", (tx, { args, blockTime }) =>
    change(tx, args.receivable, { state: "discharged", ended_at: blockTime }),
  ),
  ...onEvent("receivables", "TenorWarning", (tx, { args }) =>
    change(tx, args.receivable, { tenor_warning_days: Number(args.days_) }),
  ),
  ...onEvent("creditCertificates", "CirculationClosed", (tx, { args }) =>
    change(tx, args.slot, { circulation_closed: true }),
  ),
  ...onEvent("settlementRuns", "OverdueMarked", (tx, { args, blockTime }) =>
    change(tx, args.receivable, { overdue_since: blockTime }),
  ),
  ...onEvent("settlementRuns", "OverdueCleared", (tx, { args }) =>
    change(tx, args.receivable, { overdue_since: null }),
  ),
};
