import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables } from "../replayTables.ts";
import { existing } from "./existing.ts";
import { lienRows } from "./lienRows.ts";
import { onEvent } from "./onEvent.ts";

function change(tx: ReplayTables, id: bigint, changes: Record<string, unknown>) {
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
      bound: false,
      state: "agreed",
      agreed_at: blockTime,
    });
  }),
  ...onEvent("earlyPayments", "EarlyPaymentOfLien", (tx, { args }) =>
    change(tx, args.earlyPayment, { lien_id: args.lien, secured_party: args.securedParty }),
  ),
  ...onEvent("earlyPayments", "EarlyPaymentBoundLien", async (tx, { args }) => {
    await change(tx, args.earlyPayment, { bound: true });
    await lienRows.change(tx, args.lien, { state: "selling" });
  }),
  ...onEvent("earlyPayments", "EarlyPaymentSettled", (tx, { args, blockTime }) =>
    change(tx, args.earlyPayment, { state: "settled", finished_at: blockTime }),
  ),
  ...onEvent("earlyPayments", "EarlyPaymentWaits", (tx, { args }) =>
    change(tx, args.earlyPayment, { state: "waits" }),
  ),
  ...onEvent("earlyPayments", "EarlyPaymentFailed", async (tx, { args, blockTime }) => {
    const row = await existing(tx, "early_payment", { early_payment_id: args.earlyPayment });
    await change(tx, args.earlyPayment, { state: "failed", finished_at: blockTime });
    const lien = row["lien_id"];
    if (row["bound"] === true && typeof lien === "bigint")
      await lienRows.change(tx, lien, { state: "active" });
  }),
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
