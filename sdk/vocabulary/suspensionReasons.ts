/** Why a member is suspended, one bit each on chain, from the lowest. The ledger alone sets the first two. */
export const suspensionReasons = [
  "overdue",
  "recovery",
  "licence",
  "regulatory",
  "sanctions",
  "contract",
] as const;

/** One of `suspensionReasons`. */
export type SuspensionReason = (typeof suspensionReasons)[number];
