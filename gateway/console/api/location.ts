import type { MemberRef } from "./page.ts";

/** A physical place with its only custodian. Quantities are counts of `unit`. */
export interface Location {
  readonly location: number;
  readonly custodian: MemberRef;
  readonly place: string;
  readonly address: string | null;
  readonly unit: string;
  readonly capacity: string;
  readonly measured: string;
  readonly overCapacity: boolean;
  readonly freshForSeconds: number;
  readonly freezeAfterSeconds: number;
  readonly counter: {
    readonly member: MemberRef;
    readonly appointer: MemberRef;
    readonly document: string;
    readonly appointedAt: string;
  } | null;
  readonly registeredAt: string;
}
