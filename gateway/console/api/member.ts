import type { MemberRef } from "./page.ts";

/** A member in a list. */
export interface MemberItem extends MemberRef {
  readonly partyId: { readonly scheme: string; readonly id: string } | null;
  readonly roles: readonly string[];
  readonly size: string;
  readonly suspensions: readonly string[];
  readonly primaryAccount: string;
  readonly guardian: MemberRef | null;
  readonly overdueCount: number;
  readonly admittedAt: string;
}

/** A member with its accounts, as it sees itself. */
export interface MemberDetail extends MemberItem {
  readonly accounts: readonly {
    readonly account: string;
    readonly active: boolean;
    readonly activeFrom: string;
    readonly revokedAt: string | null;
    readonly keyHeldHere: boolean;
  }[];
  readonly settlementAccount: {
    readonly digest: string;
    readonly bank: string | null;
    readonly number: string | null;
    readonly pending: { readonly digest: string; readonly activeFrom: string } | null;
  };
  readonly pendingGuardian: {
    readonly guardian: MemberRef | null;
    readonly activeFrom: string;
  } | null;
  readonly recovery: {
    readonly account: string;
    readonly proposedBy: readonly MemberRef[];
    readonly executableFrom: string | null;
  } | null;
}

/** What an obligor may owe at most in one currency. */
export interface Limit {
  readonly obligor: MemberRef;
  readonly currency: string;
  readonly limitMinor: string;
  readonly ceilingMinor: string;
  readonly inUseMinor: string;
  readonly freeMinor: string;
}

/** A lost key's replacement on its way. */
export interface Recovery {
  readonly member: MemberRef;
  readonly account: string;
  readonly documentDigest: string;
  readonly proposedBy: readonly MemberRef[];
  readonly executableFrom: string | null;
  readonly proposedAt: string;
}
