/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly block?: number;
}

/** A member wherever a party appears. */
export interface MemberRef {
  readonly memberId: number;
  readonly name: string;
  readonly nameZh?: string | null;
  readonly roles?: readonly string[];
}
