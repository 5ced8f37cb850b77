import { z } from "zod";
import { lotDetailBody } from "../lot/lotDetailBody.ts";
import { receiptBody } from "./receiptBody.ts";
import { receiptEncumbranceBody } from "./receiptEncumbranceBody.ts";
import { receiptEndingBody } from "./receiptEndingBody.ts";
import { receiptEndorsementBody } from "./receiptEndorsementBody.ts";

/** A receipt with all that its holder or a bank checks. */
export const receiptDetailBody = receiptBody.extend({
  terms: z
    .looseObject({})
    .nullable()
    .describe("What it says (Civil Code art. 909), where this gateway was told"),
  stock: lotDetailBody.omit({ block: true }).describe("The lot that it stands on"),
  endorsements: z.array(receiptEndorsementBody).describe("From the issue to this receipt"),
  encumbrances: z.array(receiptEncumbranceBody),
  endings: z.array(receiptEndingBody).describe("Quantities that ended, newest first"),
  block: z.int().describe("The ledger as of this block"),
});
