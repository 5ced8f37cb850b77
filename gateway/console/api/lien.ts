import type { MemberRef } from "./page.ts";

/** A pledge of a certificate or of goods. */
export interface Lien {
  readonly lien: string;
  /** `certificate`, `receipt`, or the address of another token contract. */
  readonly asset: string;
  readonly token: string;
  /** Currency of a certificate, unit of a receipt's goods. */
  readonly unit: string | null;
  readonly amount: string;
  readonly pledgedAmount: string;
  readonly state: "proposed" | "active" | "selling" | "paid" | "ended";
  readonly ending: string | null;
  readonly waitsFor: readonly ("acceptance" | "registration" | "countersignature")[];
  readonly debtor: MemberRef;
  readonly securedParty: MemberRef;
  readonly custodian: MemberRef | null;
  readonly debt: string;
  readonly registryNumber: string | null;
  readonly expiresAt: string;
}
