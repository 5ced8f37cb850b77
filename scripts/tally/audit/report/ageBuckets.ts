/** The buckets in the order in which people read them: the latest last. */
export const ageBuckets = [
  "due-over-180",
  "due-91-180",
  "due-31-90",
  "due-0-30",
  "late-1-30",
  "late-31-90",
  "late-91-180",
  "late-over-180",
] as const;
