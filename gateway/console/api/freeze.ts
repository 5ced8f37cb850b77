import type { MemberRef } from "./page.ts";

/** A legal freeze or release of a certificate. */
export interface Freeze {
  readonly freeze: string;
  readonly certificate: string;
  /** False when it releases. */
  readonly freezes: boolean;
  readonly state: "proposed" | "confirmed";
  readonly documentDigest: string;
  readonly valueMinor: string;
  readonly currency: string;
  readonly obligor: MemberRef;
  readonly holder: MemberRef;
  readonly proposedBy: MemberRef;
  readonly proposedAccount: string;
  readonly proposedAt: string;
  readonly confirmedBy: MemberRef | null;
  readonly confirmedAt: string | null;
}
