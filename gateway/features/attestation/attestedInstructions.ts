import type { AttestedInstruction } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";

interface TermsRow {
  readonly instruction_id: bigint;
  readonly bank: bigint;
  readonly payer_account: string;
  readonly payee_account: string;
  readonly amount_minor: bigint;
  readonly currency: string;
}

const sql = `
  SELECT instruction_id, bank, payer_account, payee_account, amount_minor, currency
  FROM projected.payment_instruction
  WHERE instruction_id IN (SELECT value::int8 FROM jsonb_array_elements_text($1::jsonb))`;

/** Terms of instructions for the bank that they name; throws problem `not-found` or `not-permitted` for another one. */
export type AttestedInstructions = (instruction: bigint) => AttestedInstruction;

/** Looks the terms of instructions up; they never change after issue. */
export async function attestedInstructions(
  database: Queryable,
  instructions: readonly bigint[],
  bank: number,
): Promise<AttestedInstructions> {
  const rows = await database.query<TermsRow>(sql, [JSON.stringify(instructions.map(String))]);
  const found = new Map(rows.map((row) => [row.instruction_id, row]));
  return (instruction) => {
    const row = found.get(instruction);
    if (row === undefined) {
      throw new ProblemError("not-found", `There is no payment instruction ${instruction}.`);
    }
    if (Number(row.bank) !== bank) {
      throw new ProblemError(
        "not-permitted",
        "Only the bank that an instruction names attests it.",
      );
    }
    return {
      instruction,
      bank,
      payerAccount: row.payer_account,
      payeeAccount: row.payee_account,
      amount: row.amount_minor,
      currency: row.currency,
    };
  };
}
