/** How good the evidence is that a lot is under control, in the order of `IWarehouses.Control`. */
export const controlStates = ["sound", "stale", "contradicted", "frozen"] as const;

/** One of `controlStates`. */
export type ControlState = (typeof controlStates)[number];
