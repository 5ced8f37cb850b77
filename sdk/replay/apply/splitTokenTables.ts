import type { Row } from "../replayTables.ts";

/** Where one split token is projected: its tables, and what they call what all split tokens have. */
export interface SplitTokenTables {
  readonly contract: "creditCertificates" | "warehouseReceipts";
  /** Table of positions. */
  readonly position: string;
  /** Token id: key of positions, and column of offers and holds. */
  readonly id: string;
  /** Value and its held and minted parts; offers and holds call theirs as positions call their value. */
  readonly value: string;
  readonly held: string;
  readonly minted: string;
  /** What active liens keep of its held part. */
  readonly pledged: string;
  readonly offer: string;
  readonly hold: string;
  readonly standingAcceptance: string;
  /** What a position has that was just minted. */
  readonly fresh: Row;
}

const unflagged = {
  frozen: false,
  financed: false,
  recourse: false,
  waiting: false,
  pledged: false,
};

/** The split tokens of a ledger. Their token ids collide, so each has tables of its own, written by the same code. */
export const splitTokenTables = {
  certificates: {
    contract: "creditCertificates",
    position: "certificate",
    id: "certificate_id",
    value: "value_minor",
    held: "held_minor",
    minted: "minted_minor",
    pledged: "pledged_minor",
    offer: "offer",
    hold: "hold",
    standingAcceptance: "standing_acceptance",
    fresh: { ...unflagged, held_minor: 0n, waiting_minor: 0n, pledged_minor: 0n },
  },
  receipts: {
    contract: "warehouseReceipts",
    position: "receipt",
    id: "receipt_id",
    value: "quantity",
    held: "held",
    minted: "minted",
    pledged: "pledged_quantity",
    offer: "receipt_offer",
    hold: "receipt_hold",
    standingAcceptance: "receipt_standing_acceptance",
    fresh: { ...unflagged, held: 0n, pledged_quantity: 0n },
  },
} as const satisfies Readonly<Record<string, SplitTokenTables>>;
