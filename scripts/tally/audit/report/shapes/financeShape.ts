import { z } from "zod";
import { parts } from "./parts.ts";

const { amount, id, number, currency, date, instant } = parts;

const financing = z.strictObject({
  financing: number,
  state: z.string(),
  seller: number,
  financier: number,
  obligor: number,
  certificate: id,
  /** What the financier got; null until it is delivered. */
  child: id.nullable(),
  currency,
  valueMinor: amount,
  principalMinor: amount,
  discountMinor: amount,
  feeMinor: amount,
  recourse: z.boolean(),
  claimMinor: amount,
  /** Value that the financier's certificate still has. */
  outstandingMinor: amount,
  acceptedAt: instant,
  evidence: z.strictObject({
    /** When title passed on the ledger: the block in which the bank's attestation delivered it. */
    transferredAt: instant.nullable(),
    registeredAt: instant.nullable(),
    registryNumber: z.string().nullable(),
    /** The obligor consented that a pass on the ledger is its notice (Civil Code 546). */
    noticeByLedger: z.boolean(),
    instruction: number.nullable(),
    paidMinor: amount.nullable(),
    valueDate: date.nullable(),
    bank: number,
    bankReference: z.string().nullable(),
    receiptDigest: z.string().nullable(),
    boughtBack: z.boolean(),
  }),
  /** What of the evidence for derecognition by the seller is missing or speaks against it, by code. */
  against: z.array(
    z.enum(["not-delivered", "recourse", "not-registered", "no-notice", "bought-back"]),
  ),
});

const late = z.strictObject({
  receivable: number,
  obligor: number,
  currency,
  dueDate: date,
  daysLate: number,
});

const tally = { instructions: number, amountMinor: amount };

/** Financings, payments and what was paid late. */
export const financeShape = {
  financing: z.strictObject({
    totals: z.array(
      z.strictObject({
        currency,
        recourse: z.boolean(),
        financings: number,
        valueMinor: amount,
        principalMinor: amount,
        outstandingMinor: amount,
        claimMinor: amount,
      }),
    ),
    financings: z.array(financing),
  }),
  payments: z.strictObject({
    totals: z.array(
      z.strictObject({ bank: number, currency, kind: z.string(), state: z.string(), ...tally }),
    ),
    /** Per receivable: what banks attested for its settlement runs, and where it went. */
    settlements: z.array(
      z.strictObject({
        receivable: number,
        currency,
        runs: number,
        instructions: z.array(number),
        paidMinor: amount,
        legs: number,
        legsMinor: amount,
        liensMinor: amount,
        /** Reserved for legs that wait, and freed because nothing was owed any more. */
        waitingMinor: amount,
        freedMinor: amount,
        undelivered: number,
        open: z.boolean(),
        /** What no line above accounts for: 0 unless a run is open. */
        differenceMinor: amount,
      }),
    ),
    unmatched: z.array(
      z.strictObject({
        unmatched: number,
        bank: number,
        currency,
        amountMinor: amount,
        excess: z.boolean(),
        instruction: number.nullable(),
        matchedInstruction: number.nullable(),
        recordedAt: instant,
      }),
    ),
    contested: z.array(z.strictObject({ instruction: number, by: z.array(number) })),
  }),
  late: z.strictObject({
    paid: z.array(
      late.extend({
        run: number,
        valueDate: date,
        paidMinor: amount,
        lateInterestMinor: amount,
      }),
    ),
    unpaid: z.array(late.extend({ unpaidMinor: amount, markedAt: instant.nullable() })),
    marks: z.array(
      z.strictObject({
        receivable: number,
        obligor: number,
        from: instant,
        until: instant.nullable(),
      }),
    ),
    interestOwedMinor: z.array(z.strictObject({ currency, amountMinor: amount })),
  }),
};
