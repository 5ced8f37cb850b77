import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

const text = z.string().min(1).max(2_000);

/** What goods are (Civil Code art. 909); its digest is on the ledger. */
export const goodsBody = z.strictObject({
  variety: text.describe("What they are: electrolytic copper"),
  quality: text.describe("Grade, standard, inspection result"),
  packaging: text,
  pieces: fields.uint64.describe("Packages or pieces, as decimal text; 0 for goods in bulk"),
});
