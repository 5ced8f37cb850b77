import type { Needed } from "./floorOf.ts";

/** Per operation: what it can't do without, and the most gas that the project allows it. */
export const bars: Readonly<Record<string, Needed & { readonly bar?: number }>> = {
  /** The parent's position changes, the child's begins. */
  splitAndTransfer: { freshWords: 1, changedWords: 1, bar: 90_000 },
  splitAndTransferBatch100: {
    freshWords: 1,
    changedWords: 0,
    sharedWords: 1,
    items: 100,
    bar: 47_000,
  },
  /** The position's held value changes; value, recipient and expiry, and the trade reference begin. */
  offer: { freshWords: 2, changedWords: 1 },
  /** The offer ends, the parent changes, the child begins. */
  accept: { freshWords: 1, changedWords: 2 },
  /** As a pass, and a word of nonces changes. */
  acceptWithSignature: { freshWords: 1, changedWords: 2, signatures: 1 },
  /** Two words of terms, one claim and the root begin; the obligor's limit changes. */
  confirmWithSignatures: { freshWords: 5, changedWords: 1, signatures: 2 },
  /** A position changes; totals and the run's cursor change once a batch. */
  settleLeg: { freshWords: 0, changedWords: 1, sharedWords: 2, items: 100 },
  /** How much exists and how much is used begins, and who uses it. The transaction is another's. */
  claim: { freshWords: 2, changedWords: 0, within: true, bar: 60_000 },
  /** The root begins, however many documents are below it. */
  anchorMillion: { freshWords: 1, changedWords: 0, bar: 60_000 },
  /** The hold, the lien's parties and its terms begin; the position's held value and the count of holds change. */
  pledge: { freshWords: 3, changedWords: 2, bar: 150_000 },
};
