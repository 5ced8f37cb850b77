import { z } from "zod";
import { proposalBody } from "../proposal/proposalBody.ts";

/** A proposed retirement to a bill as it is answered. */
export const retirementProposalBody = proposalBody.extend({
  valueMinor: z.string(),
  billNumber: z.string(),
  billTag: z.string(),
  from: z.string(),
  to: z.string(),
});
