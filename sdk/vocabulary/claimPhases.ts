/** Phases of a claimant, in the order of `IClaims.Phase`. */
export const claimPhases = ["none", "reserved", "live", "satisfied", "released"] as const;

/** One of `claimPhases`. */
export type ClaimPhase = (typeof claimPhases)[number];
