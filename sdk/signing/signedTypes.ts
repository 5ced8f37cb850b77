import type { TypedDataField } from "ethers";

/** Fields of an EIP-712 struct from `type name` pairs, in their order. */
function fields(text: string): TypedDataField[] {
  return text.split(",").map((field) => {
    const [type = "", name = ""] = field.trim().split(" ");
    return { type, name };
  });
}

/** What a recipient signs to take one pass, of whichever token. */
const acceptance = fields(
  "uint256 token,uint32 to,uint72 value,bytes32 tradeReference,uint256 nonce,uint256 deadline,uint32 epoch",
);

/** What is pledged, in each party's word about a pledge that is yet to be made. */
const pledge =
  "address asset,uint64 token,uint72 amount,uint32 securedParty,uint40 expiresAt,bytes32 terms,bytes32 debt," +
  "uint32 supervisor,uint16 purchaseMoneyDay,uint32 debtor";

/**
 * What members sign, as EIP-712 types: the first struct of each entry is the message. Every message ends with a
 * deadline (block time in seconds) and the signing member's epoch.
 */
export const signedTypes = {
  /** The obligor confirms a receivable (`Receivables`). */
  confirmation: {
    Confirmation: fields("bytes32 termsDigest,uint40 acceptBy,uint256 deadline,uint32 epoch"),
  },
  /** The creditor accepts a receivable (`Receivables`). */
  acceptanceOfReceivable: {
    AcceptanceOfReceivable: fields("bytes32 termsDigest,uint256 deadline,uint32 epoch"),
  },
  /** A recipient takes one pass (`CreditCertificates`). */
  acceptance: { Acceptance: acceptance },
  /** A financier quotes (`Factoring`). */
  quote: {
    Quote: fields(
      "uint256 token,uint32 financier,uint32 holder,uint72 value,uint72 principal,uint72 discount,uint72 fee," +
        "uint72 obligorInterest,bool recourse,uint72 claim,uint72 buyBackPrice,uint32 bank,uint40 registerBy," +
        "uint40 payBy,bytes32 termsDigest,uint256 nonce,uint256 deadline,uint32 epoch",
    ),
  },
  /** A holder accepts a quote (`Factoring`); `quote` is the quote's struct hash. */
  quoteAcceptance: {
    QuoteAcceptance: fields("bytes32 quote,uint256 nonce,uint256 deadline,uint32 epoch"),
  },
  /** A settlement bank attests the outcome of an instruction (`Settlement`). */
  attestation: {
    Attestation: fields(
      "uint256 instruction,uint8 outcome,uint32 bank,bytes32 payerAccount,bytes32 payeeAccount,uint72 amount," +
        "bytes3 currency,bytes32 bankReference,uint16 valueDay,bytes32 receiptDigest,uint256 deadline,uint32 epoch",
    ),
  },
  /** Obligor and holder agree on an early payment (`EarlyPayments`). */
  earlyPayment: {
    EarlyPayment: fields(
      "uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt," +
        "uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch",
    ),
  },
  /** Obligor, holder and secured party agree on an early payment of encumbered value (`EarlyPayments`). */
  pledgedPayment: {
    PledgedPayment: fields(
      "uint256 token,uint32 obligor,uint32 holder,uint72 face,uint72 paid,uint32 bank,uint40 expiresAt," +
        "uint256 obligorNonce,uint256 holderNonce,uint256 lien,uint32 securedParty,uint256 securedPartyNonce," +
        "uint256 deadline,uint32 epoch",
    ),
  },
  /** Obligor and holder retire value to a bill (`EarlyPayments`). */
  retirement: {
    Retirement: fields(
      "uint256 token,uint32 obligor,uint32 holder,uint72 value,BillRange bill,EarlierTags[] earlier," +
        "uint256 obligorNonce,uint256 holderNonce,uint256 deadline,uint32 epoch",
    ),
    BillRange: fields("uint32 epoch,bytes32 tag,uint72 from,uint72 to"),
    EarlierTags: fields("uint32 epoch,bytes32[] tags"),
  },
  /** A custodian or a counter states what lies in a lot (`Warehouses`). */
  count: {
    Count: fields(
      "uint32 lot,uint32 counter,uint72 quantity,uint40 takenAt,uint8 method,bytes32 evidence,uint256 deadline," +
        "uint32 epoch",
    ),
  },
  /** A recipient takes one pass of a receipt (`WarehouseReceipts`). */
  receiptAcceptance: { Acceptance: acceptance },
  /** A holder has goods let out (`WarehouseReceipts`). */
  pickUp: {
    PickUp: fields(
      "uint256 token,uint72 quantity,uint72 goods,uint256 hold,bytes32 gate,uint256 nonce,uint256 deadline,uint32 epoch",
    ),
  },
  /** A holder ends a receipt while the goods stay (`WarehouseReceipts`). */
  cancellation: {
    Cancellation: fields(
      "uint256 token,uint72 quantity,bytes32 document,uint256 nonce,uint256 deadline,uint32 epoch",
    ),
  },
  /** A holder has goods replaced (`WarehouseReceipts`). */
  replacement: {
    Replacement: fields(
      "uint256 token,uint72 quantity,uint256 hold,uint32 newLot,uint72 newQuantity,bytes32 terms,uint256 nonce," +
        "uint256 deadline,uint32 epoch",
    ),
  },
  /** A secured party accepts a pledge that is yet to be made (`Liens`). */
  pledgeAcceptance: {
    PledgeAcceptance: fields(
      `${pledge},bytes32 number,uint40 registeredAt,uint256 nonce,uint256 deadline,uint32 epoch`,
    ),
  },
  /** A custodian countersigns a pledge of goods that is yet to be made (`Liens`). */
  pledgeCountersignature: {
    PledgeCountersignature: fields(`${pledge},uint256 nonce,uint256 deadline,uint32 epoch`),
  },
  /** A debtor agrees, after its default, to an enforcement (`Liens`). */
  enforcement: {
    Enforcement: fields(
      "uint256 lien,uint72 value,uint32 buyer,uint72 price,uint72 claim,bytes3 currency,uint32 bank," +
        "uint40 expiresAt,uint40 defaultedAt,uint256 nonce,uint256 deadline,uint32 epoch",
    ),
  },
} as const;
