import { toBeHex } from "ethers";
import { EvidenceError } from "../errors/EvidenceError.ts";
import { currencyCode } from "../ledger/currencyCode.ts";
import { dayToCivilDate } from "../time/dayToCivilDate.ts";
import { nameAt } from "../vocabulary/nameAt.ts";
import { type ReceivableState, receivableStates } from "../vocabulary/receivableStates.ts";
import { fieldOf } from "./fieldOf.ts";
import { ledgerLayout } from "./ledgerLayout.ts";
import { ledgerWord } from "./ledgerWord.ts";
import type { WordReader } from "./wordReader.ts";

/** A receivable's words, read. Amounts are minor units, times block times in seconds. */
export type ReceivableFacts = {
  readonly receivable: bigint;
  readonly obligor: number;
  readonly creditor: number;
  readonly amount: bigint;
  /** ISO 4217. */
  readonly currency: string;
  /** `YYYY-MM-DD` on which the obligor promised to pay. */
  readonly dueDay: string;
  readonly state: ReceivableState;
  /** What of it is neither settled nor retired. */
  readonly openAmount: bigint;
  readonly confirmedAt: bigint;
  readonly acceptBy: bigint;
  /** EIP-712 struct hash of every term. */
  readonly termsDigest: string;
};

const { record, times } = ledgerLayout.receivables;

/** Days of what nobody ever wrote are no dates. */
function dateOf(day: bigint): string {
  return day === 0n ? "" : dayToCivilDate(day);
}

/**
 * The receivable that a lineage stands on: confirmed by its obligor, accepted by its creditor.
 *
 * @throws EvidenceError `evidence-receivable-unconfirmed`
 */
export function receivableAt(reader: WordReader, receivable: bigint): ReceivableFacts {
  const [what, digest, when] = ([0n, 1n, 2n] as const).map((word) =>
    reader.read(ledgerWord.receivable(receivable, word)),
  );
  const [one = 0n, two = 0n, three = 0n] = [what, digest, when];
  const facts: ReceivableFacts = {
    receivable,
    obligor: Number(fieldOf(one, record.obligor)),
    creditor: Number(fieldOf(one, record.creditor)),
    amount: fieldOf(one, record.amount),
    currency: currencyCode(toBeHex(fieldOf(one, record.currency), 3)),
    dueDay: dateOf(fieldOf(one, record.dueDay)),
    state: nameAt(receivableStates, fieldOf(one, record.state)),
    openAmount: fieldOf(three, times.openAmount),
    confirmedAt: fieldOf(three, times.confirmedAt),
    acceptBy: fieldOf(three, times.acceptBy),
    termsDigest: toBeHex(two, 32),
  };
  const accepted = facts.state === "accepted" || facts.state === "discharged";
  if (accepted && facts.confirmedAt !== 0n) return facts;
  throw new EvidenceError(
    "evidence-receivable-unconfirmed",
    `Receivable ${receivable} is ${facts.state}: its obligor confirmed and its creditor accepted nothing.`,
    { details: { receivable: receivable.toString(), state: facts.state } },
  );
}
