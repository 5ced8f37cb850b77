/** As many requests at a time as keep both the gateway and the ledger busy. */
export const inFlight = 24;
