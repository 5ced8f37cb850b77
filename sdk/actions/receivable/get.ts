import { currencyCode } from "../../ledger/currencyCode.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { readContract } from "../../ledger/readContract.ts";
import { dayToCivilDate } from "../../time/dayToCivilDate.ts";
import { nameAt } from "../../vocabulary/nameAt.ts";
import { type ReceivableState, receivableStates } from "../../vocabulary/receivableStates.ts";

export type GetParameters = {
  /** Which receivable. */
  readonly receivable: number;
};

export type GetReturnType = {
  /** Its id. */
  readonly receivable: number;
  /** Member that owes. */
  readonly obligor: number;
  /** Member that was owed at registration. */
  readonly creditor: number;
  /** Minor units. */
  readonly amount: bigint;
  /** ISO 4217. */
  readonly currency: string;
  /** `YYYY-MM-DD`. */
  readonly deliveryDay: string;
  /** `YYYY-MM-DD`. */
  readonly contractDueDay: string;
  /** `YYYY-MM-DD`. */
  readonly dueDay: string;
  /** Where it is in its life. */
  readonly state: ReceivableState;
  /** Whether the obligor waives its defences against assignees. */
  readonly defenceWaiver: boolean;
  /** Whether the ledger's events are notice of assignment. */
  readonly noticeByLedger: boolean;
  /** Basis points of quoted interest that the obligor bears at most. */
  readonly obligorInterestShare: number;
  /** Version of the rules at confirmation; 0 before. */
  readonly rules: number;
  /** Block time in seconds; 0 before confirmation. */
  readonly acceptBy: number;
  /** Block time in seconds; 0 before confirmation. */
  readonly confirmedAt: number;
  /** Minor units that count against the obligor's limit. */
  readonly openAmount: bigint;
  /** EIP-712 struct hash of the terms. */
  readonly termsDigest: string;
};

export type GetErrorType = LedgerErrorType;

/**
 * What the ledger stores of a receivable; the invoices and fees are in its terms.
 *
 * @throws LedgerError when the ledger does not know it
 *
 * @example
 * import { receivables } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.issued();
 * const { state, dueDay, openAmount } = await receivables.get(anyone, { receivable });
 * state // => "accepted"
 * dueDay === terms.dueDay // => true
 * openAmount === terms.amount // => true
 */
export async function get(ledger: Ledger, { receivable }: GetParameters): Promise<GetReturnType> {
  const stored = await readContract(ledger, "receivables", (contract) =>
    contract.receivableOf(receivable),
  );
  return {
    receivable,
    obligor: Number(stored.obligor),
    creditor: Number(stored.creditor),
    amount: stored.amount,
    currency: currencyCode(stored.currency),
    deliveryDay: dayToCivilDate(stored.deliveryDay),
    contractDueDay: dayToCivilDate(stored.contractDueDay),
    dueDay: dayToCivilDate(stored.dueDay),
    state: nameAt(receivableStates, stored.state),
    defenceWaiver: stored.defenceWaiver,
    noticeByLedger: stored.noticeByLedger,
    obligorInterestShare: Number(stored.obligorInterestShare),
    rules: Number(stored.rules),
    acceptBy: Number(stored.acceptBy),
    confirmedAt: Number(stored.confirmedAt),
    openAmount: stored.openAmount,
    termsDigest: stored.termsDigest,
  };
}
