import { z } from "zod";
import { receivableSummaryBody } from "../receivable/receivableSummaryBody.ts";
import { certificateBody } from "./certificateBody.ts";
import { encumbranceBody } from "./encumbranceBody.ts";
import { endorsementBody } from "./endorsementBody.ts";
import { settlementLegBody } from "./settlementLegBody.ts";

/** A certificate with all that its holder or a bank checks. */
export const certificateDetailBody = certificateBody.extend({
  receivableSummary: receivableSummaryBody,
  endorsements: z.array(endorsementBody).describe("From the root to this certificate"),
  encumbrances: z.array(encumbranceBody),
  settlementLegs: z.array(settlementLegBody),
});
