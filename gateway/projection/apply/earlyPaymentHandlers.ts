import type { EventHandlers } from "../applyEvent.ts";
import type { ProjectionTransaction } from "../projectionTransaction.ts";
import { onEvent } from "./onEvent.ts";

function change(tx: ProjectionTransaction, id: bigint, changes: Record<string, unknown>) {
  return tx.change("early_payment", { early_payment_id: id }, changes);
}

/** What obligor and holder end together: early payments and retirements to a bill. */
export const earlyPaymentHandlers: EventHandlers = {
  ...onEvent("earlyPayments", "EarlyPaymentAgreed", (tx, { args, blockTime }) => {
    const { terms } = args;
    tx.put("early_payment", {
      early_payment_id: args.earlyPayment,
      certificate_id: args.token,
      obligor: terms.obligor,
      holder: terms.holder,
      face_minor: terms.face,
      paid_minor: terms.paid,
      hold_id: args.holdId,
      instruction_id: args.instruction,
      obligor_overdue: args.obligorOverdue,
      state: "agreed",
      agreed_at: blockTime,
    });
  }),
  ...onEvent("earlyPayments", "EarlyPaymentSettled", (tx, { args, blockTime }) =>
    change(tx, args.earlyPayment, { state: "settled", finished_at: blockTime }),
  ),
  ...onEvent("earlyPayments", "EarlyPaymentWaits", (tx, { args }) =>
    change(tx, args.earlyPayment, { state: "waits" }),
  ),
  ...onEvent("earlyPayments", "EarlyPaymentFailed", (tx, { args, blockTime }) =>
    change(tx, args.earlyPayment, { state: "failed", finished_at: blockTime }),
  ),
  ...onEvent("earlyPayments", "RetiredToBill", (tx, { args, key, blockTime }) => {
    const { terms } = args;
    tx.put("retirement", {
      retirement_id: key,
      certificate_id: args.token,
      obligor: terms.obligor,
      holder: terms.holder,
      value_minor: terms.value,
      bill_tag: args.billTag,
      range_from: terms.bill.from,
      range_to: terms.bill.to,
      retired_at: blockTime,
    });
  }),
};
