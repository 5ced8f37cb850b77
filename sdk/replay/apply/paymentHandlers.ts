import { bytes3ToCurrency } from "../../money/bytes3ToCurrency.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import { instructionKinds } from "../../vocabulary/instructionKinds.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";
import type { EventHandlers } from "../applyEvent.ts";
import type { ReplayTables, Row } from "../replayTables.ts";
import { instantOf } from "./instantOf.ts";
import { onEvent } from "./onEvent.ts";

function change(
  tx: ReplayTables,
  instruction: bigint,
  changes: Row | ((row: Row) => Row),
): Promise<void> {
  return tx.change("payment_instruction", { instruction_id: instruction }, changes);
}

function appended(row: Row, column: string, member: bigint): Row {
  return { [column]: [...((row[column] ?? []) as readonly unknown[]), member] };
}

const instructionHandlers: EventHandlers = {
  ...onEvent("settlement", "InstructionIssued", (tx, { args, blockTime }) => {
    const { details } = args;
    tx.put("payment_instruction", {
      instruction_id: args.instruction,
      payer: details.payer,
      payee: details.payee === 0n ? null : details.payee,
      bank: details.bank,
      amount_minor: details.amount,
      currency: bytes3ToCurrency(details.currency),
      kind: nameAt(instructionKinds, details.kind),
      state: "issued",
      subject: details.subject,
      issuer: details.issuer,
      expires_at: instantOf(details.expiresAt),
      payer_account: details.payerAccount,
      payee_account: details.payeeAccount,
      legs: args.legs,
      end_proposed_by: [],
      contested_by: [],
      issued_at: blockTime,
    });
  }),
  ...onEvent("settlement", "InstructionAccepted", (tx, { args }) =>
    change(tx, args.instruction, {
      state: "accepted",
      value_date: dayToCivilDate(args.valueDay),
    }),
  ),
  ...onEvent("settlement", "InstructionPaid", (tx, { args, blockTime }) =>
    change(tx, args.instruction, {
      state: "paid",
      value_date: dayToCivilDate(args.attestation.valueDay),
      paid_minor: args.attestation.amount,
      bank_reference: args.attestation.bankReference,
      receipt_digest: args.attestation.receiptDigest,
      finished_at: blockTime,
    }),
  ),
  ...onEvent("settlement", "InstructionReturned", (tx, { args, blockTime }) =>
    change(tx, args.instruction, {
      state: "returned",
      bank_reference: args.attestation.bankReference,
      receipt_digest: args.attestation.receiptDigest,
      finished_at: blockTime,
    }),
  ),
  ...onEvent("settlement", "InstructionExpired", (tx, { args, blockTime }) =>
    change(tx, args.instruction, { state: "expired", finished_at: blockTime }),
  ),
  ...onEvent("settlement", "InstructionEnded", (tx, { args, blockTime }) =>
    change(tx, args.instruction, { state: "ended", finished_at: blockTime }),
  ),
  ...onEvent("settlement", "InstructionEndProposed", (tx, { args }) =>
    change(tx, args.instruction, (row) => appended(row, "end_proposed_by", args.by)),
  ),
  ...onEvent("settlement", "AttestationContested", (tx, { args }) =>
    change(tx, args.instruction, (row) => appended(row, "contested_by", args.by)),
  ),
};

const unmatchedHandlers: EventHandlers = {
  ...onEvent("settlement", "UnmatchedPayment", (tx, { args, blockTime }) => {
    // A payment that waited for a run and found nothing left to settle waits no more.
    if (args.excess) tx.remove("queued_run", { instruction_id: args.instruction });
    tx.put("unmatched_payment", {
      unmatched_id: args.unmatched,
      instruction_id: args.instruction === 0n ? null : args.instruction,
      bank: args.bank,
      amount_minor: args.amount,
      currency: bytes3ToCurrency(args.attestation.currency),
      excess: args.excess,
      attestation: args.attestation,
      match_proposed: [],
      recorded_at: blockTime,
    });
  }),
  ...onEvent("settlement", "PaymentMatchProposed", (tx, { args }) =>
    tx.change("unmatched_payment", { unmatched_id: args.unmatched }, (row) => ({
      match_proposed: [
        ...((row["match_proposed"] ?? []) as readonly unknown[]),
        { by: args.by, instruction: args.instruction },
      ],
    })),
  ),
  ...onEvent("settlement", "PaymentMatched", (tx, { args }) =>
    tx.change(
      "unmatched_payment",
      { unmatched_id: args.unmatched },
      { matched_instruction: args.instruction },
    ),
  ),
};

/** Payment instructions, what banks attest of them, and payments that match none. */
export const paymentHandlers: EventHandlers = { ...instructionHandlers, ...unmatchedHandlers };
