import { z } from "zod";
import { receiptTermsBody } from "../receipt/receiptTermsBody.ts";
import { orderFields } from "./orderFields.ts";
import { receiptOrderTerms } from "./receiptOrderTerms.ts";

const { termsDigest, ...fields } = receiptOrderTerms.replacement.shape;

/** A replacement with the terms of the new receipt: their text, or their digest where the text stays elsewhere. */
export const replacementOrderBody = z
  .strictObject({
    ...fields,
    ...orderFields,
    terms: receiptTermsBody
      .optional()
      .describe("With goods, mark and place of the new lot, as the custodian told you"),
    termsDigest: termsDigest.optional(),
  })
  .refine(
    (body) => (body.terms === undefined) !== (body.termsDigest === undefined),
    "needs either terms or termsDigest",
  );
