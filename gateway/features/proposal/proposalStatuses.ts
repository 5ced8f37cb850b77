/** Where a proposal stands; `void`: its signature holds no more, since the proposer's epoch was raised. */
export const proposalStatuses = ["open", "agreed", "withdrawn", "expired", "void"] as const;
