/** What is special about a certificate, one bit each on chain, from the lowest. */
export const positionFlags = ["frozen", "financed", "recourse", "waiting", "pledged"] as const;

/** One of `positionFlags`. */
export type PositionFlag = (typeof positionFlags)[number];
