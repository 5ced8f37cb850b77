import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { memberRefs } from "../shared/memberRefs.ts";
import { instructionSql } from "./instructionSql.ts";
import { type InstructionAnswer, type InstructionRow, showInstruction } from "./showInstruction.ts";

/** Payment instructions as the projection has them. */
export function instructionReadModel(database: Queryable) {
  const answer = async (rows: readonly InstructionRow[], viewer: number) => {
    const members = rows.flatMap(({ payer, payee, bank }) => [payer, payee, bank]);
    const refs = await memberRefs(database, members);
    return rows.map((row) => showInstruction(row, refs, viewer));
  };
  return {
    answer,

    /** Rejects with problem `not-found`. */
    async find(instruction: bigint, viewer: number): Promise<InstructionAnswer> {
      const sql = `${instructionSql} WHERE i.instruction_id = $1`;
      const rows = await database.query<InstructionRow>(sql, [instruction]);
      const [found] = await answer(rows, viewer);
      if (found !== undefined) return found;
      throw new ProblemError("not-found", `There is no payment instruction ${instruction}.`);
    },

    /** Those that exist, in no order. */
    async findAll(instructions: readonly bigint[], viewer: number): Promise<InstructionAnswer[]> {
      const sql = `${instructionSql} WHERE i.instruction_id IN (SELECT value::int8 FROM jsonb_array_elements_text($1::jsonb))`;
      const asked = JSON.stringify(instructions.map(String));
      return answer(await database.query<InstructionRow>(sql, [asked]), viewer);
    },
  };
}
