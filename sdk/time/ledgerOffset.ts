/** Seconds by which the ledger's civil day runs ahead of UTC unless configured otherwise: UTC+8. */
export const ledgerOffset = 28_800;
