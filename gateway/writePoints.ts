/** The points that a write passes on its way, and a gateway when it starts, in about this order. */
export const writePoints = [
  "recovery-started",
  "recovery-followed",
  "request-received",
  "request-looked-up",
  "simulated",
  "before-commit",
  "after-commit",
  "before-broadcast",
  "broadcast-sent",
  "receipt-seen",
  "outcome-recorded",
  "before-checkpoint",
  "projection-written",
  "before-answer-recorded",
  "answer-recorded",
  "answer-sent",
  "before-replacement",
  "after-replacement",
] as const;

/** One of them. */
export type WritePoint = (typeof writePoints)[number];

/** Told each time a point is passed; a gateway that is tried out may be ended there. */
export type Reached = (point: WritePoint) => void;
