import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { ledgerFields } from "../../openapi/ledgerFields.ts";
import { ledgerId } from "../shared/ledgerId.ts";

const quantity = ledgerFields.quantity.describe("Quantity of the receipt that ends");
const hold = ledgerId.default(0n).describe("Hold that it is taken from; 0 for what nobody holds");

/** What a holder signs, by the kind of its order; beside receipt, nonce, deadline and epoch. */
export const receiptOrderTerms = {
  pickUp: z.strictObject({
    quantity,
    goods: ledgerFields.quantityOrZero.describe("Goods that leave: the quantity less natural loss"),
    hold,
    gate: fields.digest.describe("Digest of the gate-out document"),
  }),
  cancellation: z.strictObject({
    quantity,
    document: fields.digest.describe("Digest of what takes its place: a paper receipt, a sale"),
  }),
  replacement: z.strictObject({
    quantity,
    hold,
    newLot: ledgerFields.lot.describe("Lot of the new goods"),
    newQuantity: ledgerFields.quantity,
    termsDigest: fields.digest.describe("Digest of the new receipt's terms"),
  }),
} as const;
