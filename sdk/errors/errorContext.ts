/** What a lookup gives: at once or later, undefined when it doesn't know. */
type Lookup<Value> = Value | undefined | Promise<Value | undefined>;

/** What splits and circulates: certificates and receipts refuse by the same errors. */
export type SplitNoun = "certificate" | "receipt";

/** What makes errors of a ledger read as sentences. Whatever is missing, unknown or fails is said by number. */
export type LedgerErrorContext = {
  /** Name of a member. Names are kept off the ledger, so only the caller can know them. */
  readonly memberName?: ((member: number) => Lookup<string>) | undefined;
  /** ISO 4217 code of a receivable's currency. */
  readonly currencyOf?: ((receivable: number) => Lookup<string>) | undefined;
  /** What the call was about; certificates by default. */
  readonly split?: SplitNoun | undefined;
};
