import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";

export type GetDueParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetDueReturnType = {
  /** Minor units that no attested payment covers. */
  readonly unpaid: bigint;
  /** Whether it is marked overdue. */
  readonly overdue: boolean;
  /** `YYYY-MM-DD`, the first day after its days of grace. */
  readonly defaultDay: string;
  /** Instructions whose payments wait for the open run, in order. */
  readonly queued: readonly bigint[];
};

export type GetDueErrorType = LedgerErrorType;

/**
 * What is owed of a receivable: how much, since when it would be a default, and what payments wait.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { settlements } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.due();
 * const { unpaid, overdue } = await settlements.getDue(bank, { receivable });
 * unpaid === terms.amount // => true
 * overdue // => false
 */
export async function getDue(
  ledger: Ledger,
  { receivable }: GetDueParameters,
): Promise<GetDueReturnType> {
  const [unpaid, overdue, defaultDay, queued] = await readContract(
    ledger,
    "settlementRuns",
    (contract) =>
      Promise.all([
        contract.unpaidOf(receivable),
        contract.isOverdue(receivable),
        contract.defaultDayOf(receivable),
        contract.queuedOf(receivable),
      ]),
  );
  return { unpaid, overdue, defaultDay: dayToCivilDate(defaultDay), queued: [...queued] };
}
