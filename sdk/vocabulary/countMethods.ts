/** What a count of goods was made by, in the order of `IWarehouses.Method`. */
export const countMethods = ["stocktake", "weighbridge", "device", "inspection"] as const;

/** One of `countMethods`. */
export type CountMethod = (typeof countMethods)[number];
