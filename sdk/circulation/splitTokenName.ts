/** The contracts whose tokens split, by their names in a deployment. */
export type SplitTokenName = "creditCertificates" | "warehouseReceipts";
