/** How a lien is enforced: value goes to a buyer at a price that is set off against the secured claim. */
export type Enforcement = {
  /** Id of the lien. */
  readonly lien: bigint;
  /** What is sold, in the asset's unit; a part where the whole is worth more than the claim. */
  readonly value: bigint;
  /** The secured party, which takes it over, or a member that pays it. */
  readonly buyer: number;
  /** Minor units. */
  readonly price: bigint;
  /** Minor units that the debtor owes and the lien secures; the price is at most that. */
  readonly claim: bigint;
  /** ISO 4217 code of price and claim. */
  readonly currency: string;
  /** Settlement bank; undefined where the secured party takes over. */
  readonly bank?: number | undefined;
  /** Last second, in block time, in which the bank can accept; undefined where the secured party takes over. */
  readonly expiresAt?: number | undefined;
  /** Block time in seconds of the declared default, from `liens.get`; undefined in a legal order. */
  readonly defaultedAt?: number | undefined;
  /** Unused nonce of the debtor; undefined in a legal order. */
  readonly nonce?: bigint | undefined;
};
