/** Roles of an allow list as the chain numbers them; each but `none` may do what the list is about. */
export const allowListRoles = { none: 0, enabled: 1, admin: 2, manager: 3 } as const;
