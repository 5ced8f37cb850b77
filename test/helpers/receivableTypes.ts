import type { TypedDataField } from "ethers";

/** The EIP-712 types that the parties of a receivable sign, spelled out apart from the contracts. */
export const receivableTypes = {
  terms: {
    Terms: [
      { name: "obligor", type: "uint32" },
      { name: "creditor", type: "uint32" },
      { name: "amount", type: "uint72" },
      { name: "currency", type: "bytes3" },
      { name: "deliveryDay", type: "uint16" },
      { name: "contractDueDay", type: "uint16" },
      { name: "dueDay", type: "uint16" },
      { name: "documentRoot", type: "bytes32" },
      { name: "defenceWaiver", type: "bool" },
      { name: "noticeByLedger", type: "bool" },
      { name: "longTermReason", type: "bytes32" },
      { name: "obligorInterestShare", type: "uint16" },
      { name: "epoch", type: "uint32" },
      { name: "invoices", type: "Use[]" },
      { name: "earlier", type: "EarlierTags[]" },
      { name: "fees", type: "Fee[]" },
      { name: "salt", type: "bytes32" },
    ],
    Use: [
      { name: "tag", type: "bytes32" },
      { name: "exists", type: "uint72" },
      { name: "amount", type: "uint72" },
    ],
    EarlierTags: [
      { name: "epoch", type: "uint32" },
      { name: "tags", type: "bytes32[]" },
    ],
    Fee: [
      { name: "kind", type: "uint8" },
      { name: "payer", type: "uint32" },
      { name: "amount", type: "uint72" },
    ],
  },
  confirmation: {
    Confirmation: [
      { name: "termsDigest", type: "bytes32" },
      { name: "acceptBy", type: "uint40" },
      { name: "deadline", type: "uint256" },
      { name: "epoch", type: "uint32" },
    ],
  },
  acceptance: {
    AcceptanceOfReceivable: [
      { name: "termsDigest", type: "bytes32" },
      { name: "deadline", type: "uint256" },
      { name: "epoch", type: "uint32" },
    ],
  },
} satisfies Record<string, Record<string, TypedDataField[]>>;
