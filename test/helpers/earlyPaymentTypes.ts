import type { TypedDataField } from "ethers";

const ends: TypedDataField[] = [
  { name: "obligorNonce", type: "uint256" },
  { name: "holderNonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
  { name: "epoch", type: "uint32" },
];

/** The EIP-712 types that obligor and holder sign, spelled out apart from the contract. */
export const earlyPaymentTypes: Record<
  "agreement" | "retirement",
  Record<string, TypedDataField[]>
> = {
  agreement: {
    EarlyPayment: [
      { name: "token", type: "uint256" },
      { name: "obligor", type: "uint32" },
      { name: "holder", type: "uint32" },
      { name: "face", type: "uint72" },
      { name: "paid", type: "uint72" },
      { name: "bank", type: "uint32" },
      { name: "expiresAt", type: "uint40" },
      ...ends,
    ],
  },
  retirement: {
    Retirement: [
      { name: "token", type: "uint256" },
      { name: "obligor", type: "uint32" },
      { name: "holder", type: "uint32" },
      { name: "value", type: "uint72" },
      { name: "bill", type: "BillRange" },
      { name: "earlier", type: "EarlierTags[]" },
      ...ends,
    ],
    BillRange: [
      { name: "epoch", type: "uint32" },
      { name: "tag", type: "bytes32" },
      { name: "from", type: "uint72" },
      { name: "to", type: "uint72" },
    ],
    EarlierTags: [
      { name: "epoch", type: "uint32" },
      { name: "tags", type: "bytes32[]" },
    ],
  },
};
