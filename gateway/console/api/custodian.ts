import type { MemberRef } from "./page.ts";

/** A member that keeps goods, and whether it may take in new ones. */
export interface Custodian {
  readonly custodian: MemberRef;
  readonly isAdmitted: boolean;
  readonly until: string;
  readonly criteria: {
    readonly storageCapability: string;
    readonly yearsInTrade: string;
    readonly operatingStandards: string;
    readonly ownCredit: string;
  };
  readonly admittedBy: MemberRef;
  readonly admittedAt: string;
  readonly ownershipChange: {
    readonly evidence: string;
    readonly by: MemberRef;
    readonly at: string;
  } | null;
  readonly locations: number;
  readonly shortLots: number;
}
