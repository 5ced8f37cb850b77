import type { InstructionState } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { type InstructionAnswer, type InstructionRow, showInstruction } from "./showInstruction.ts";

/** Which instructions a list has. */
export interface InstructionFilter {
  readonly role: keyof typeof parts;
  readonly state?: InstructionState | undefined;
  readonly limit: number;
  readonly after?: bigint | undefined;
}

const select = `
  SELECT i.instruction_id, i.kind, i.state, i.payer, i.payee, i.bank, i.amount_minor, i.currency, i.legs,
    CASE WHEN i.kind = 'settlement' THEN i.subject ELSE i.subject >> 32 END AS receivable,
    CASE WHEN i.kind = 'settlement' THEN NULL ELSE i.subject END AS certificate,
    i.payer_account, i.payee_account, a.bank AS payer_bank, a.number AS payer_number,
    b.bank AS payee_bank, b.number AS payee_number, i.issued_at, i.expires_at, i.value_date, i.paid_minor,
    COALESCE(r.text, i.bank_reference) AS bank_reference, i.receipt_digest, i.end_proposed_by, i.contested_by,
    i.finished_at,
    CASE WHEN i.kind = 'settlement' THEN (SELECT s.run_id FROM projected.settlement_run s
      WHERE s.receivable_id = i.subject AND s.instruction_id = i.instruction_id) END AS run
  FROM projected.payment_instruction i
  LEFT JOIN local.settlement_account a ON a.digest = i.payer_account
  LEFT JOIN local.settlement_account b ON b.digest = i.payee_account
  LEFT JOIN local.reference r ON r.digest = i.bank_reference`;

/** What a member is to the instructions of a list; $1 is the member. */
const parts = {
  payer: "i.payer = $1",
  payee: "i.payee = $1",
  bank: "i.bank = $1",
  party: "(i.payer = $1 OR i.payee = $1 OR i.bank = $1)",
  overseer: "$1::int8 IS NOT NULL",
} as const;

/** Payment instructions as the projection has them. */
export function instructionReadModel(database: Queryable) {
  const answer = async (rows: readonly InstructionRow[], viewer: number) => {
    const members = rows.flatMap(({ payer, payee, bank }) => [payer, payee, bank]);
    const refs = await memberRefs(database, members);
    return rows.map((row) => showInstruction(row, refs, viewer));
  };
  return {
    /** Rejects with problem `not-found`. */
    async find(instruction: bigint, viewer: number): Promise<InstructionAnswer> {
      const sql = `${select} WHERE i.instruction_id = $1`;
      const rows = await database.query<InstructionRow>(sql, [instruction]);
      const [found] = await answer(rows, viewer);
      if (found !== undefined) return found;
      throw new ProblemError("not-found", `There is no payment instruction ${instruction}.`);
    },

    /** Those that exist, in no order. */
    async findAll(instructions: readonly bigint[], viewer: number): Promise<InstructionAnswer[]> {
      const sql = `${select} WHERE i.instruction_id IN (SELECT value::int8 FROM jsonb_array_elements_text($1::jsonb))`;
      const asked = JSON.stringify(instructions.map(String));
      return answer(await database.query<InstructionRow>(sql, [asked]), viewer);
    },

    /** Newest first, one more than `limit` where there are more. */
    async list(viewer: number, filter: InstructionFilter): Promise<InstructionAnswer[]> {
      const { role, state, limit, after } = filter;
      const sql = `${select} WHERE ${parts[role]} AND ($2::text IS NULL OR i.state = $2)
        AND ($3::int8 IS NULL OR i.instruction_id < $3) ORDER BY i.instruction_id DESC LIMIT $4`;
      return answer(
        await database.query<InstructionRow>(sql, [viewer, state, after, limit + 1]),
        viewer,
      );
    },
  };
}
