import { z } from "zod";
import { parts } from "./parts.ts";

const { amount, number, currency } = parts;

const bucket = z.strictObject({
  /** `due-0-30`: due within 30 days, today included; `late-1-30`: due 1 to 30 days ago. */
  bucket: z.string(),
  certificates: number,
  amountMinor: amount,
});

const obligor = z.strictObject({
  obligor: number,
  currency,
  receivables: number,
  /** Face of every receivable that was accepted. */
  issuedMinor: amount,
  liveMinor: amount,
  settledMinor: amount,
  retiredMinor: amount,
  /** Confirmed and not yet accepted by the creditor. */
  unacceptedMinor: amount,
  /** Live value of receivables whose due day has ended. */
  pastDueMinor: amount,
  /** Live value of receivables that are marked overdue. */
  overdueMinor: amount,
  limitMinor: amount,
  ceilingMinor: amount,
  inUseMinor: amount,
  ageing: z.array(bucket),
});

const conserved = z.strictObject({
  receivable: number,
  obligor: number,
  creditor: number,
  currency,
  state: z.string(),
  dueDate: parts.date,
  amountMinor: amount,
  liveMinor: amount,
  settledMinor: amount,
  retiredMinor: amount,
  /** Value of its certificates, added up by themselves. */
  certificatesMinor: amount,
  /** Live + settled + retired less what I1 asks for: 0. */
  differenceMinor: amount,
  holds: z.boolean(),
});

const held = {
  certificates: number,
  amountMinor: amount,
};

/** How much there is, who owes it and who holds it. */
export const valueShape = {
  totals: z.array(
    z.strictObject({
      currency,
      receivables: number,
      issuedMinor: amount,
      liveMinor: amount,
      settledMinor: amount,
      retiredMinor: amount,
      waitingMinor: amount,
    }),
  ),
  obligors: z.array(obligor),
  conservation: z.strictObject({
    checked: number,
    broken: number,
    receivables: z.array(conserved),
  }),
  outstanding: z.strictObject({
    tiers: z.array(z.strictObject({ currency, tier: number, ...held })),
    holders: z.array(
      z.strictObject({
        holder: number,
        currency,
        ...held,
        /** Of it: bought in a financing, reserved, pledged, frozen. */
        financedMinor: amount,
        heldMinor: amount,
        pledgedMinor: amount,
        frozenMinor: amount,
      }),
    ),
    months: z.array(z.strictObject({ currency, month: z.string(), ...held })),
  }),
};
