import type { LotDetail } from "./lot.ts";
import type { MemberRef } from "./page.ts";

/** A warehouse receipt in a list. Quantities are counts of `unit`. */
export interface ReceiptItem {
  readonly receipt: string;
  readonly lot: number;
  readonly serial: number;
  readonly custodian: MemberRef;
  readonly holder: MemberRef;
  readonly quantity: string;
  readonly held: string;
  readonly free: string;
  readonly unit: string;
  readonly tier: number;
  readonly storageUntil: string;
  readonly state: "live" | "spent";
  readonly flags: readonly string[];
  readonly cause: string;
  readonly termsDigest: string;
  readonly issuedAt: string;
}

/** What a receipt says (Civil Code art. 909). */
export interface ReceiptTermsText {
  readonly depositor: { readonly name: string; readonly address: string };
  readonly goods: {
    readonly variety: string;
    readonly quality: string;
    readonly packaging: string;
    readonly pieces: string;
  };
  readonly mark: string;
  readonly quantity: string;
  readonly unit: string;
  readonly lossBasisPoints: number;
  readonly place: string;
  readonly storage: { readonly from: string; readonly until: string };
  readonly fee: { readonly minor: string; readonly currency: string; readonly per: string };
  readonly insurance?: {
    readonly minor: string;
    readonly currency: string;
    readonly from: string;
    readonly until: string;
    readonly insurer: string;
  };
  readonly issuer: { readonly name: string; readonly place: string; readonly date: string };
}

/** One passing of a quantity on the way from the issue. */
export interface ReceiptEndorsement {
  readonly receipt: string;
  readonly from: MemberRef;
  readonly to: MemberRef;
  readonly quantity: string;
  readonly cause: string;
  readonly tier: number;
  readonly at: string;
}

/** Something that stands between a receipt and its free use. */
export interface ReceiptEncumbrance {
  readonly kind: string;
  readonly id: string;
  /** Null where the reader may not know how much. */
  readonly quantity: string | null;
  readonly party: MemberRef | null;
  readonly contract: string | null;
  readonly expiresAt: string | null;
  readonly firm: boolean | null;
}

/** How a quantity of a receipt ended. */
export interface ReceiptEnding {
  readonly kind: string;
  readonly quantity: string;
  readonly goods: string | null;
  readonly newReceipt: string | null;
  readonly at: string;
  readonly transactionHash: string;
}

/** A receipt with everything that its page shows. */
export interface ReceiptDetail extends ReceiptItem {
  readonly terms: ReceiptTermsText | null;
  readonly stock: LotDetail;
  readonly endorsements: readonly ReceiptEndorsement[];
  readonly encumbrances: readonly ReceiptEncumbrance[];
  readonly endings: readonly ReceiptEnding[];
  readonly block: number;
}

/** A quantity of a receipt that one member holds ready for another one. */
export interface ReceiptOffer {
  readonly receiptOffer: string;
  readonly receipt: string;
  readonly lot: number;
  readonly custodian: MemberRef;
  readonly from: MemberRef;
  readonly to: MemberRef;
  readonly quantity: string;
  readonly unit: string;
  readonly storageUntil: string;
  readonly tier: number;
  readonly expiresAt: string;
  readonly isExpired: boolean;
}

/** What a holder signed that its custodian carries out. */
export interface ReceiptOrder {
  readonly order: string;
  readonly kind: "pick-up" | "cancellation" | "replacement";
  readonly receipt: string;
  readonly lot: number;
  readonly unit: string;
  readonly holder: MemberRef;
  readonly custodian: MemberRef;
  readonly terms: {
    readonly quantity?: string;
    readonly goods?: string;
    readonly newLot?: number;
    readonly newQuantity?: string;
  };
  readonly status: "open" | "done" | "cancelled" | "expired" | "void";
  readonly signature: { readonly deadline: string };
  readonly orderedAt: string;
}
