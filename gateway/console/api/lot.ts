import type { Location } from "./location.ts";
import type { MemberRef } from "./page.ts";

/** What somebody stated to lie in a lot, and when. */
export interface StatedStock {
  readonly quantity: string;
  readonly at: string;
}

/** Goods at a location, what receipts stand on them, and how good the evidence is. Quantities are counts of `unit`. */
export interface Lot {
  readonly lot: number;
  readonly location: number;
  readonly custodian: MemberRef;
  readonly mark: string | null;
  readonly goods: {
    readonly variety: string;
    readonly quality: string;
    readonly packaging: string;
    readonly pieces: string;
  } | null;
  readonly unit: string;
  readonly lossBasisPoints: number;
  readonly storageUntil: string;
  readonly minLot: string;
  readonly measured: string;
  readonly live: string;
  readonly held: string;
  readonly free: string;
  readonly naturalLoss: string;
  readonly uncovered: string;
  readonly receiptable: string;
  readonly isShort: boolean;
  readonly shortSince: string | null;
  readonly control: "sound" | "stale" | "contradicted" | "frozen";
  readonly soundAt: string | null;
  readonly staleFrom: string | null;
  readonly frozenFrom: string | null;
  readonly byCustodian: StatedStock | null;
  readonly byCounter: StatedStock | null;
  /** When goods last left. */
  readonly movedAt: string | null;
  readonly obstacles: readonly string[];
}

/** A signed statement of what lies in a lot. */
export interface StockCount {
  readonly count: string;
  readonly counter: MemberRef;
  readonly isCustodian: boolean;
  readonly quantity: string;
  readonly takenAt: string;
  readonly method: string;
  readonly measured: string;
  readonly contradicted: boolean;
}

/** A lot with its place, its holders as far as the reader may know them, and its last counts. */
export interface LotDetail extends Lot {
  readonly place: Location;
  readonly holdings: readonly {
    /** Null: all others together. */
    readonly holder: MemberRef | null;
    readonly quantity: string;
    readonly held: string;
    readonly receipts: number;
  }[];
  readonly counts: readonly StockCount[];
}
