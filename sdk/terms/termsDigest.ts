import { TypedDataEncoder, type TypedDataField } from "ethers";
import type { ReceivableTerms } from "./terms.ts";
import { termsStruct } from "./termsStruct.ts";

const types: Record<string, TypedDataField[]> = {
  Terms: [
    { type: "uint32", name: "obligor" },
    { type: "uint32", name: "creditor" },
    { type: "uint72", name: "amount" },
    { type: "bytes3", name: "currency" },
    { type: "uint16", name: "deliveryDay" },
    { type: "uint16", name: "contractDueDay" },
    { type: "uint16", name: "dueDay" },
    { type: "bytes32", name: "documentRoot" },
    { type: "bool", name: "defenceWaiver" },
    { type: "bool", name: "noticeByLedger" },
    { type: "bytes32", name: "longTermReason" },
    { type: "uint16", name: "obligorInterestShare" },
    { type: "uint32", name: "epoch" },
    { type: "Use[]", name: "invoices" },
    { type: "EarlierTags[]", name: "earlier" },
    { type: "Fee[]", name: "fees" },
    { type: "bytes32", name: "salt" },
  ],
  Use: [
    { type: "bytes32", name: "tag" },
    { type: "uint72", name: "exists" },
    { type: "uint72", name: "amount" },
  ],
  EarlierTags: [
    { type: "uint32", name: "epoch" },
    { type: "bytes32[]", name: "tags" },
  ],
  Fee: [
    { type: "uint8", name: "kind" },
    { type: "uint32", name: "payer" },
    { type: "uint72", name: "amount" },
  ],
};

/**
 * EIP-712 struct hash of terms: names them once for ever, and is what their parties sign.
 *
 * @returns 32 bytes in hex
 *
 * @example
 * import { receivables, termsDigest } from "@tallystick/sdk";
 *
 * const { receivable, terms } = await scene.registered();
 * const { termsDigest: stored } = await receivables.get(obligor, { receivable });
 * termsDigest(terms) === stored // => true
 */
export function termsDigest(terms: ReceivableTerms): string {
  return TypedDataEncoder.hashStruct("Terms", types, termsStruct(terms));
}
