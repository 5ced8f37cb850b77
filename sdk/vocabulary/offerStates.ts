/** Where an offer stands, in the order of the contract's numbers. */
export const offerStates = ["none", "open", "ended"] as const;

/** One of `offerStates`. */
export type OfferState = (typeof offerStates)[number];
