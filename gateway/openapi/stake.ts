/** Money in minor units. */
export interface StakeAmount {
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** What a write moves, and who is concerned beside the member that asks. */
export interface Stake {
  /** One per thing that is moved; those of one currency are added up. */
  readonly amounts: readonly StakeAmount[];
  /** Member numbers. */
  readonly parties?: readonly (number | bigint)[];
}
