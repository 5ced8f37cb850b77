import type { SplitNoun } from "./errorContext.ts";

/** How sentences name things. Lookups that failed or weren't given fall back to numbers. */
export type Words = {
  member(id: bigint): string;
  /** An amount with its currency in three ASCII bytes. */
  money(amount: bigint, currency: string): string;
  /** The same without the currency, where the sentence has just named it. */
  figure(amount: bigint, currency: string): string;
  /** An amount in the currency of a receivable. */
  moneyOf(amount: bigint, receivable: bigint): string;
  /** An amount in the currency of a certificate, or the count of a receipt. */
  moneyIn(amount: bigint, certificate: bigint): string;
  /** What circulates, as the call was about it; receipts count goods, not money. */
  readonly split: SplitNoun;
  /** A certificate or a receipt with its number. */
  token(id: bigint): string;
  /** An amount whose currency nothing tells. */
  amount(amount: bigint): string;
  currency(bytes3: string): string;
  day(day: bigint): string;
  time(seconds: bigint): string;
  /** Roles of which one is meant ("obligor or supplier"). */
  anyRole(bits: bigint): string;
  /** Roles of which all are meant ("obligor and supplier"). */
  allRoles(bits: bigint): string;
  reasons(bits: bigint): string;
  /** Name of a number in an enumeration. */
  name(names: readonly string[], value: bigint): string;
  /** The sentence of an error inside another one. */
  inside(data: string): string;
};
