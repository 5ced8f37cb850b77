import type { MemberRef } from "./page.ts";

/** Value that one member holds ready for another one. */
export interface OfferItem {
  readonly offer: string;
  readonly certificate: string;
  readonly from: MemberRef;
  readonly to: MemberRef;
  readonly obligor: MemberRef;
  readonly valueMinor: string;
  readonly currency: string;
  readonly dueDate: string;
  readonly tier: number;
  readonly state: string;
  readonly expiresAt: string;
  readonly isExpired: boolean;
  readonly child: string | null;
}

/** A recipient's word that it takes every pass of a sender. */
export interface StandingAcceptance {
  readonly recipient: MemberRef;
  readonly sender: MemberRef;
  readonly until: string;
  readonly isInForce: boolean;
  readonly framework: string;
}
