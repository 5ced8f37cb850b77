import type { ReportSource } from "../reportSource.ts";
import type { Fields } from "./Fields.ts";
import { rowsOf } from "./rowsOf.ts";

/** A payment instruction with what the bank attested of it. */
export interface Instruction {
  readonly id: number;
  readonly payer: number;
  readonly payee: number | undefined;
  readonly bank: number;
  readonly currency: string;
  readonly amount: bigint;
  readonly paid: bigint | undefined;
  readonly kind: string;
  readonly state: string;
  readonly valueDate: string | undefined;
  readonly bankReference: string | undefined;
  readonly receiptDigest: string | undefined;
  readonly contestedBy: readonly number[];
}

function read(row: Fields): Instruction {
  return {
    id: row.number("instruction_id"),
    payer: row.number("payer"),
    payee: row.numberOrNone("payee"),
    bank: row.number("bank"),
    currency: row.text("currency"),
    amount: row.int("amount_minor"),
    paid: row.intOrNone("paid_minor"),
    kind: row.text("kind"),
    state: row.text("state"),
    valueDate: row.dateOrNone("value_date"),
    bankReference: row.textOrNone("bank_reference"),
    receiptDigest: row.textOrNone("receipt_digest"),
    contestedBy: row.list("contested_by").map(Number),
  };
}

/** Every payment instruction, by number. */
export function readInstructions(source: ReportSource): ReadonlyMap<number, Instruction> {
  const rows = rowsOf(source, "payment_instruction", read, ({ id }) => id);
  return new Map(rows.map((row) => [row.id, row]));
}
