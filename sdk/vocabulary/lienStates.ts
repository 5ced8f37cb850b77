/** Where a lien stands, in the order of `ILienTypes.State`. */
export const lienStates = ["none", "proposed", "active", "selling", "paid", "ended"] as const;

/** One of `lienStates`. */
export type LienState = (typeof lienStates)[number];
