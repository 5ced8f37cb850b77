/** How somebody is secured by, or bought, one receivable or one parcel of goods. */
export type InterestKind = "pledge" | "mortgage" | "factoring" | "assignment";

/** One party's interest in an asset, with the facts that its legal rank hangs on. */
export type Interest = {
  /** What tells it from the others: the id of a lien, the number of a financing. */
  readonly id: string;
  readonly kind: InterestKind;
  /** What is secured or was advanced, in minor units or the goods' unit; equals share in proportion to it. */
  readonly amount: bigint;
  /** Time of its registration at the movables registry, seconds; undefined when it is not registered. */
  readonly registeredAt?: number | undefined;
  /** When the first notice of it reached the debtor of the receivable, seconds; undefined when none did. */
  readonly noticedAt?: number | undefined;
  /** When the goods came under the creditor's control: endorsed, countersigned and delivered; seconds. */
  readonly publicAt?: number | undefined;
  /** Civil date (YYYY-MM-DD) on which goods were delivered whose price it secures. */
  readonly purchaseMoneyDay?: string | undefined;
};
