import type { MemberRef } from "./page.ts";

/** A member with its accounts, as it sees itself. */
export interface MemberDetail extends MemberRef {
  readonly partyId: { readonly scheme: string; readonly id: string } | null;
  readonly roles: readonly string[];
  readonly size: string;
  readonly suspensions: readonly string[];
  readonly primaryAccount: string;
  readonly guardian: MemberRef | null;
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
