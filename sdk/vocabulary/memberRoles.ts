/** What a member may be, one bit each on chain, from the lowest. */
export const memberRoles = [
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

/** One of `memberRoles`. */
export type MemberRole = (typeof memberRoles)[number];
