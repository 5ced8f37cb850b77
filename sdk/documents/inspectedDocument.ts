import type { DocumentProblem } from "./documentProblem.ts";

/** How a document names a party's register; `uscc` and `lei` identify members, the others only documents. */
export type DocumentPartyScheme = "uscc" | "lei" | "legal" | "vat" | "party" | "endpoint" | "local";

/** A party as a document names it. */
export type DocumentParty = {
  /** As printed, or null. */
  readonly name: string | null;
  /** The canonical identifier that comes first: USCC, LEI, legal entity, VAT, party, endpoint; or null. */
  readonly id: string | null;
  readonly scheme: DocumentPartyScheme | null;
  /** The register as the document codes it, for example the ISO 6523 code `0088`. */
  readonly register?: string;
};

/** An amount of a document. */
export type DocumentAmount = {
  /** A decimal string of minor units. */
  readonly minor: string;
  /** ISO 4217 code. */
  readonly currency: string;
};

type Inspected = {
  /** What is the same for the same thing however the document is spelled. */
  readonly identity: string;
  /** SHA-256: of the RFC 8785 form of JSON, of the original bytes of XML and CSV. 0x and 64 hex digits. */
  readonly digest: `0x${string}`;
  /** As printed, blanks around it removed. */
  readonly number: string | null;
  readonly seller: DocumentParty | null;
  readonly buyer: DocumentParty | null;
  /** The total with tax. */
  readonly amount: DocumentAmount | null;
  /** `YYYY-MM-DD` */
  readonly issued: string | null;
  /** `YYYY-MM-DD` */
  readonly due: string | null;
  /** Empty when nothing is wrong with it. */
  readonly problems: readonly DocumentProblem[];
};

/** An invoice or credit note in UBL 2.1. */
export type InspectedInvoice = Inspected & {
  readonly kind: "invoice" | "credit-note";
  /** What is left to pay, after prepayments and rounding. */
  readonly payable: DocumentAmount | null;
  /** Numbers of the invoices that a credit note (or a corrected invoice) names. */
  readonly names: readonly string[];
};

/** An invoice of the Chinese tax administration, or the fields of one. */
export type InspectedEInvoice = Inspected & {
  readonly kind: "e-invoice";
  /** The code of an old VAT invoice; a fully digitalised one has none. */
  readonly code: string | null;
};

/** Events of EPCIS 2.0. */
export type InspectedEpcis = Inspected & {
  readonly kind: "epcis";
  readonly events: number;
  /** The CBV 2.0 event hash of each event, in the document's order. */
  readonly eventHashes: readonly string[];
};

/** A table of receivables. */
export type InspectedReceivables = Inspected & {
  readonly kind: "receivables";
  /** How many rows were read; refused ones are problems. */
  readonly rows: number;
};

/** JSON of no kind that is known. */
export type InspectedJson = Inspected & { readonly kind: "json" };

/** What a document is, what makes it the same document, and what is wrong with it. */
export type InspectedDocument =
  | InspectedInvoice
  | InspectedEInvoice
  | InspectedEpcis
  | InspectedReceivables
  | InspectedJson;
