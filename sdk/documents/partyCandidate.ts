/** An identifier that a document gives a party, and where. */
export type PartyCandidate = {
  readonly scheme: "legal" | "vat" | "party" | "endpoint";
  readonly text: string;
  /** The register as the document codes it. */
  readonly register: string | undefined;
  readonly path: string;
};
