/** What anchored documents are, in the order of `IDocumentAnchors.Kind`. */
export const anchorKinds = [
  "none",
  "invoice",
  "credit-note",
  "contract",
  "transport-document",
  "warehouse-receipt",
  "inspection-report",
  "count",
  "tracking-events",
  "other",
] as const;

/** One of `anchorKinds`. */
export type AnchorKind = (typeof anchorKinds)[number];
