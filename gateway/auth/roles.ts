/** What a member may be; one bit each on chain, in this order. */
export const roles = [
  "obligor",
  "supplier",
  "financier",
  "custodian",
  "carrier",
  "settlement-bank",
  "bureau",
  "registrar",
  "auditor",
  "regulator",
  "legal",
  "operator",
] as const;

/** One of the ledger's roles. */
export type Role = (typeof roles)[number];
