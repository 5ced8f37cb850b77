import { z } from "zod";
import { parts } from "./parts.ts";

const { amount, id, number, currency, instant } = parts;

const interest = z.strictObject({
  kind: z.enum(["pledge", "factoring"]),
  id: z.string(),
  party: number,
  amount,
  state: z.string(),
  /** 1 is satisfied first; null for what doesn't exist in law. */
  rank: number.nullable(),
  /** Order in which the ledger took it: evidence, not priority. */
  chainOrder: number,
  basis: z.string(),
  articles: z.array(z.string()),
  why: z.strictObject({ en: z.string(), zh: z.string() }),
  registeredAt: instant.nullable(),
  noticedAt: instant.nullable(),
});

const money = { unit: currency, things: number, existsAmount: amount, usedAmount: amount };

/** Who has rights in what: splits, liens, claims and freezes. */
export const rightsShape = {
  circulation: z.strictObject({
    /** Receivables whose serials or tiers reached the warning level of their rules. */
    beyond: z.array(
      z.strictObject({
        receivable: number,
        obligor: number,
        serials: number,
        tier: number,
        warnSplits: number,
        warnTier: number,
      }),
    ),
    warnings: z.array(
      z.strictObject({
        receivable: number,
        certificate: id,
        serials: number,
        tier: number,
        block: number,
        at: instant,
      }),
    ),
  }),
  liens: z.strictObject({
    positions: z.array(
      z.strictObject({
        asset: z.enum(["certificate", "receipt"]),
        token: id,
        unit: z.string(),
        debtor: number,
        /** Whether the law ranks otherwise than the ledger took them. */
        differs: z.boolean(),
        interests: z.array(interest),
      }),
    ),
    /** Active liens on tokens that are neither certificates nor receipts; no law is applied to them here. */
    others: z.array(
      z.strictObject({ asset: z.string(), token: id, lien: id, amount, party: number }),
    ),
    states: z.array(
      z.strictObject({
        asset: z.string(),
        state: z.string(),
        ending: z.string().nullable(),
        liens: number,
      }),
    ),
  }),
  duplicates: z.strictObject({
    /** Things by how much of them is used up; of a full one any further claim is refused. */
    uses: z.array(z.strictObject({ use: z.enum(["full", "part", "none", "over"]), ...money })),
    phases: z.array(z.strictObject({ phase: z.string(), claims: number })),
    /** Things that more than one claimant uses, or more than exists is used of. */
    shared: z.array(
      z.strictObject({
        key: z.string(),
        tag: z.string(),
        epoch: number,
        unit: currency,
        existsAmount: amount,
        usedAmount: amount,
        claimants: z.array(z.strictObject({ claimant: z.string(), phase: z.string(), amount })),
      }),
    ),
    epochs: z.array(z.strictObject({ epoch: number, claims: number, current: z.boolean() })),
    retirements: z.array(
      z.strictObject({
        certificate: id,
        obligor: number,
        holder: number,
        currency,
        valueMinor: amount,
        billTag: z.string(),
        from: amount,
        to: amount,
        at: instant,
      }),
    ),
    creditNotes: z.array(
      z.strictObject({
        receivable: number,
        currency,
        amountMinor: amount,
        by: number,
        at: instant,
      }),
    ),
    ended: z.array(
      z.strictObject({ state: z.string(), currency, receivables: number, amountMinor: amount }),
    ),
  }),
  freezes: z.array(
    z.strictObject({
      certificate: id,
      freezes: z.boolean(),
      valueMinor: amount,
      currency,
      documentDigest: z.string(),
      proposedBy: number,
      proposedAt: instant,
      confirmedBy: number.nullable(),
      confirmedAt: instant.nullable(),
    }),
  ),
};
