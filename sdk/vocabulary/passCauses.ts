/** Why a certificate came to be, in the order of `ISplitToken.Cause`. */
export const passCauses = [
  "circulation",
  "financing",
  "resale",
  "buy-back",
  "enforcement",
] as const;

/** One of `passCauses`. */
export type PassCause = (typeof passCauses)[number];
