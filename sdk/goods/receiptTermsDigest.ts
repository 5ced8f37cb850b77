import { sha256Digest } from "../documents/sha256Digest.ts";
import type { ReceiptTerms } from "./receiptTerms.ts";
import { receiptTermsJson } from "./receiptTermsJson.ts";

/**
 * SHA-256 of `receiptTermsJson`, which a receipt is issued under.
 *
 * @returns 32 bytes in hex
 * @throws GoodsError, TimeError or MoneyError as `receiptTermsJson`
 *
 * @example
 * import { receiptTermsDigest } from "@tallystick/sdk";
 *
 * const terms = scene.warehouse.terms();
 * receiptTermsDigest(terms) === receiptTermsDigest({ ...terms, mark: ` ${terms.mark.toLowerCase()}` }) // => true
 * receiptTermsDigest(terms) === receiptTermsDigest({ ...terms, quantity: 1n }) // => false
 */
export function receiptTermsDigest(terms: ReceiptTerms): `0x${string}` {
  return sha256Digest(receiptTermsJson(terms));
}
