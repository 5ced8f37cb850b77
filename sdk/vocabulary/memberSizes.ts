/** Size classes of members, in the order of `IMembers.Size`. */
export const memberSizes = ["large", "medium", "small", "micro"] as const;

/** One of `memberSizes`. */
export type MemberSize = (typeof memberSizes)[number];
