import { z } from "zod";
import { ledgerId } from "../shared/ledgerId.ts";

/** Path parameter of routes on one order. */
export const receiptOrderParams = z.object({
  receiptOrder: ledgerId.describe("Order, as decimal text"),
});
