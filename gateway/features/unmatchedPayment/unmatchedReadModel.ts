import { dayToCivilDate } from "@tallystick/sdk";
import type { Queryable } from "../../database/database.ts";
import { ProblemError } from "../../errors/problemError.ts";
import { memberRefs, type RefOf } from "../shared/memberRefs.ts";

interface UnmatchedRow {
  readonly unmatched_id: bigint;
  readonly instruction_id: bigint | null;
  readonly bank: bigint;
  readonly amount_minor: bigint;
  readonly currency: string;
  readonly excess: boolean;
  readonly attestation: {
    readonly valueDay: string;
    readonly payerAccount: string;
    readonly payeeAccount: string;
  };
  readonly bank_reference: string;
  readonly match_proposed: readonly { readonly by: string; readonly instruction: string }[];
  readonly matched_instruction: bigint | null;
  readonly recorded_at: Date;
}

const select = `
  SELECT u.unmatched_id, u.instruction_id, u.bank, u.amount_minor, u.currency, u.excess, u.attestation,
    COALESCE(r.text, u.attestation ->> 'bankReference') AS bank_reference, u.match_proposed, u.matched_instruction,
    u.recorded_at
  FROM projected.unmatched_payment u
  LEFT JOIN local.reference r ON r.digest = u.attestation ->> 'bankReference'`;

// Its payer is known by the account that paid: whose account that is, is a member's own row.
const mine = `(u.bank = $1 OR u.attestation ->> 'payerAccount' =
  (SELECT settlement_account_digest FROM projected.member WHERE member_id = $1))`;

function answerFrom(row: UnmatchedRow, refs: RefOf) {
  return {
    unmatched: row.unmatched_id,
    bank: refs(row.bank),
    amountMinor: row.amount_minor,
    currency: row.currency,
    excess: row.excess,
    instruction: row.instruction_id,
    bankReference: row.bank_reference,
    valueDate: dayToCivilDate(BigInt(row.attestation.valueDay)),
    payerAccount: row.attestation.payerAccount,
    payeeAccount: row.attestation.payeeAccount,
    matchProposed: row.match_proposed.map(({ by, instruction }) => ({
      by: refs(BigInt(by)),
      instruction,
    })),
    matchedInstruction: row.matched_instruction,
    recordedAt: row.recorded_at,
  };
}

/** Which unmatched payments a list has. */
export interface UnmatchedFilter {
  /** Everybody's, for members that oversee by their office. */
  readonly all: boolean;
  readonly matched?: boolean | undefined;
  readonly limit: number;
  readonly after?: bigint | undefined;
}

/** Unmatched payments as the projection has them. */
export function unmatchedReadModel(database: Queryable) {
  const answer = async (rows: readonly UnmatchedRow[]) => {
    const proposers = rows.flatMap((row) => row.match_proposed.map(({ by }) => BigInt(by)));
    const refs = await memberRefs(database, [...rows.map(({ bank }) => bank), ...proposers]);
    return rows.map((row) => answerFrom(row, refs));
  };
  return {
    async find(unmatched: bigint) {
      const sql = `${select} WHERE u.unmatched_id = $1`;
      const [found] = await answer(await database.query<UnmatchedRow>(sql, [unmatched]));
      if (found !== undefined) return found;
      throw new ProblemError("not-found", `There is no unmatched payment ${unmatched}.`);
    },

    /** Newest first, one more than `limit` where there are more. */
    async list(viewer: number, { all, matched, limit, after }: UnmatchedFilter) {
      const sql = `${select} WHERE ($2 OR ${mine})
        AND ($3::boolean IS NULL OR (u.matched_instruction IS NOT NULL) = $3)
        AND ($4::int8 IS NULL OR u.unmatched_id < $4) ORDER BY u.unmatched_id DESC LIMIT $5`;
      return answer(
        await database.query<UnmatchedRow>(sql, [viewer, all, matched, after, limit + 1]),
      );
    },
  };
}
