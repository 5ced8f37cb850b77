import type { TypedDataField } from "ethers";

const nonces: TypedDataField[] = [
  { name: "obligorNonce", type: "uint256" },
  { name: "holderNonce", type: "uint256" },
];
const until: TypedDataField[] = [
  { name: "deadline", type: "uint256" },
  { name: "epoch", type: "uint32" },
];
const ends: TypedDataField[] = [...nonces, ...until];
const payment: TypedDataField[] = [
  { name: "token", type: "uint256" },
  { name: "obligor", type: "uint32" },
  { name: "holder", type: "uint32" },
  { name: "face", type: "uint72" },
  { name: "paid", type: "uint72" },
  { name: "bank", type: "uint32" },
  { name: "expiresAt", type: "uint40" },
];

/** The EIP-712 types that obligor and holder sign, spelled out apart from the contract. */
export const earlyPaymentTypes: Record<
  "agreement" | "pledged" | "retirement",
  Record<string, TypedDataField[]>
> = {
  agreement: {
    EarlyPayment: [...payment, ...ends],
  },
  pledged: {
    PledgedPayment: [
      ...payment,
      ...nonces,
      { name: "lien", type: "uint256" },
      { name: "securedParty", type: "uint32" },
      { name: "securedPartyNonce", type: "uint256" },
      ...until,
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
