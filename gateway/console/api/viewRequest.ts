import type { MemberRef } from "./page.ts";

/** A bank's wish to see a certificate, which only its holder can grant. */
export interface ViewRequest {
  readonly viewRequest: string;
  readonly certificate: string;
  readonly bank: MemberRef;
  readonly note: string;
  readonly state: string;
  readonly askedAt: string;
}
