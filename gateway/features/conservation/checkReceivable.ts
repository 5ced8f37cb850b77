import { certificates, type Ledger, receivables, settlements } from "@tallystick/sdk";

/** A receivable of which the ledger's own numbers don't fit. */
export interface Violation {
  readonly receivable: number;
  readonly invariant: "I1" | "I8";
  readonly neededMinor: bigint;
  readonly actualMinor: bigint;
}

const issued = ["accepted", "discharged"];

/**
 * Asks the ledger's views whether one receivable keeps I1 (live + settled + retired = amount; nothing before it was
 * accepted) and I8 (matched payments = settled legs + what runs still reserve).
 */
export async function checkReceivable(ledger: Ledger, receivable: number): Promise<Violation[]> {
  const [stored, totals, paid] = await Promise.all([
    receivables.get(ledger, { receivable }),
    certificates.getTotals(ledger, { receivable }),
    settlements.getReconciliation(ledger, { receivable }),
  ]);
  const needed = issued.includes(stored.state) ? stored.amount : 0n;
  const actual = totals.live + totals.settled + totals.retired;
  const legs = paid.settled + paid.reserved;
  const i1 = { receivable, invariant: "I1", neededMinor: needed, actualMinor: actual } as const;
  const i8 = { receivable, invariant: "I8", neededMinor: paid.matched, actualMinor: legs } as const;
  return [i1, i8].filter(({ neededMinor, actualMinor }) => neededMinor !== actualMinor);
}
