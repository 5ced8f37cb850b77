/** Where subnet-evm keeps its two lists, lower case: who may send transactions, and who may deploy contracts. */
export const allowListAddresses = {
  transactions: "0x0200000000000000000000000000000000000002",
  deployers: "0x0200000000000000000000000000000000000000",
} as const;

/** One of the chain's two lists. */
export type AllowListName = keyof typeof allowListAddresses;
