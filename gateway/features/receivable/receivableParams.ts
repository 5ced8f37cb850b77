import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** Path parameter of routes on one receivable. */
export const receivableParams = z.object({
  receivable: fields.memberId.describe("Receivable number"),
});
