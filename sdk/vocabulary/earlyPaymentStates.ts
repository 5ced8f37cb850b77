/** Where an early payment stands, in the order of `IEarlyPayments.State`. */
export const earlyPaymentStates = ["none", "agreed", "waiting", "settled", "failed"] as const;

/** One of `earlyPaymentStates`. */
export type EarlyPaymentState = (typeof earlyPaymentStates)[number];
