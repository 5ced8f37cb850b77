/** Values of `IReceivables.State`. */
export const receivableStates = {
  none: 0n,
  registered: 1n,
  confirmed: 2n,
  accepted: 3n,
  discharged: 4n,
  rejected: 5n,
  voided: 6n,
  expired: 7n,
} as const;

/** Values of `IReceivables.FeeKind`. */
export const feeKinds = { confirmation: 0n, platform: 1n, financing: 2n } as const;
