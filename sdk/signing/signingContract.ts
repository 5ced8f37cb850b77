import type { LedgerAddresses } from "../contracts/deployment.ts";
import type { signedTypes } from "./signedTypes.ts";

/** The contract that checks each kind of signed message. */
export const signingContract = {
  confirmation: "receivables",
  acceptanceOfReceivable: "receivables",
  acceptance: "creditCertificates",
  quote: "factoring",
  quoteAcceptance: "factoring",
  attestation: "settlement",
  earlyPayment: "earlyPayments",
  pledgedPayment: "earlyPayments",
  retirement: "earlyPayments",
  count: "warehouses",
  receiptAcceptance: "warehouseReceipts",
  pickUp: "warehouseReceipts",
  cancellation: "warehouseReceipts",
  replacement: "warehouseReceipts",
  pledgeAcceptance: "liens",
  pledgeCountersignature: "liens",
  enforcement: "liens",
} as const satisfies Record<keyof typeof signedTypes, keyof LedgerAddresses>;
