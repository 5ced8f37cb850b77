import { z } from "zod";
import { ledgerId } from "../shared/ledgerId.ts";

/** Path parameter of routes on one offer of a receipt. */
export const receiptOfferParams = z.object({
  receiptOffer: ledgerId.describe("Offer of a receipt, as decimal text"),
});
