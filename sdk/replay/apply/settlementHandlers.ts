import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import type { EventHandlers } from "../applyEvent.ts";
import { amountIn } from "./amountIn.ts";
import { certificateRows } from "./certificateRows.ts";
import { changeOrPut } from "./changeOrPut.ts";
import { onEvent } from "./onEvent.ts";

const noParts = { to_payee_minor: 0n, to_debtor_minor: 0n, late_interest_minor: 0n };

const runHandlers: EventHandlers = {
  ...onEvent("settlementRuns", "RunOpened", (tx, { args, blockTime }) => {
    tx.put("settlement_run", {
      run_id: args.run,
      receivable_id: args.receivable,
      instruction_id: args.instruction,
      total_minor: args.total,
      paid_minor: args.paid,
      value_date: dayToCivilDate(args.valueDay),
      open: true,
      opened_at: blockTime,
    });
    tx.remove("queued_run", { instruction_id: args.instruction });
  }),
  ...onEvent("settlementRuns", "RunQueued", (tx, { args, blockTime }) =>
    tx.put("queued_run", {
      instruction_id: args.instruction,
      receivable_id: args.receivable,
      amount_minor: args.amount,
      queued_at: blockTime,
    }),
  ),
  ...onEvent("settlementRuns", "RunClosed", (tx, { args, blockTime }) =>
    tx.change("settlement_run", { run_id: args.run }, { open: false, closed_at: blockTime }),
  ),
};

const legHandlers: EventHandlers = {
  ...onEvent("settlementRuns", "LegSettled", async (tx, { args, key, blockTime }) => {
    tx.put("settlement_leg", {
      leg_id: key,
      run_id: args.run,
      certificate_id: args.id,
      payee: args.payee,
      face_minor: args.face,
      to_payee_minor: args.toPayee,
      debtor: args.debtor === 0n ? null : args.debtor,
      to_debtor_minor: args.toDebtor,
      late_interest_minor: args.lateInterest,
      state: "settled",
      settled_at: blockTime,
    });
    // Circulation is over: paying a leg ends what was reserved of its position, but for liens.
    await certificateRows.change(tx, args.id, (row) => ({
      held_minor: amountIn(row, "pledged_minor"),
    }));
    if (args.lateInterest === 0n) return;
    const owed = { payee: args.payee, owed_minor: 0n };
    await changeOrPut(tx, "late_interest", { certificate_id: args.id }, owed, (row) => ({
      owed_minor: amountIn(row, "owed_minor") + args.lateInterest,
    }));
  }),
  ...onEvent("settlementRuns", "LegWaits", (tx, { args, key, blockTime }) =>
    tx.put("settlement_leg", {
      ...noParts,
      leg_id: key,
      run_id: args.run,
      certificate_id: args.id,
      face_minor: args.pay,
      late_interest_minor: args.lateInterest,
      state: "waits",
      settled_at: blockTime,
    }),
  ),
  ...onEvent("settlementRuns", "LegFreed", (tx, { args, key, blockTime }) =>
    tx.put("settlement_leg", {
      ...noParts,
      leg_id: key,
      run_id: args.run,
      certificate_id: args.id,
      face_minor: args.pay,
      state: "freed",
      settled_at: blockTime,
    }),
  ),
  ...onEvent("settlementRuns", "LegUndelivered", (tx, { args, key, blockTime }) =>
    tx.put("settlement_leg", {
      ...noParts,
      leg_id: key,
      run_id: args.run,
      certificate_id: args.id,
      face_minor: 0n,
      state: "undelivered",
      settled_at: blockTime,
    }),
  ),
  ...onEvent("settlementRuns", "LateInterestInstructed", (tx, { args }) =>
    tx.change("late_interest", { certificate_id: args.id }, { instruction_id: args.instruction }),
  ),
  ...onEvent("settlementRuns", "LateInterestPaid", (tx, { args }) =>
    tx.change("late_interest", { certificate_id: args.id }, (row) => ({
      owed_minor: amountIn(row, "owed_minor") - args.amount,
      instruction_id: null,
    })),
  ),
};

/** Settlement runs, their legs and the late interest that these owe. */
export const settlementHandlers: EventHandlers = { ...runHandlers, ...legHandlers };
