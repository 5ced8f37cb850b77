/** The last day number that contracts hold: uint16, the civil date 2149-06-06. */
export const lastLedgerDay = 65_535;
