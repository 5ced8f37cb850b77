/**
 * What a sign-in may be used for. `read`: look; `write`: ask for changes; `approve`: be the second person; `administer`:
 * the member's keys, subscriptions and approval rules at this gateway.
 */
export const scopes = ["read", "write", "approve", "administer"] as const;

/** One of the four. */
export type Scope = (typeof scopes)[number];
