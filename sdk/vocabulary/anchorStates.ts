/** Whether a member still stands by what it anchored, in the order of `IDocumentAnchors.State`. */
export const anchorStates = ["none", "current", "superseded", "withdrawn"] as const;

/** One of `anchorStates`. */
export type AnchorState = (typeof anchorStates)[number];
