/** Seconds. */
export const hour = 60n * 60n;
/** Seconds. */
export const day = 24n * hour;
