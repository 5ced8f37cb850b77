/** Whose keys are that the ledger doesn't know yet: member ids begin at 1. */
export const nobody = 0;
