/** What an instruction pays for, in the order of `ISettlement.Kind`. */
export const instructionKinds = [
  "none",
  "settlement",
  "early-payment",
  "financing",
  "financing-interest",
  "buy-back",
  "late-interest",
  "fee",
  "lien-sale",
] as const;

/** One of `instructionKinds`. */
export type InstructionKind = (typeof instructionKinds)[number];
