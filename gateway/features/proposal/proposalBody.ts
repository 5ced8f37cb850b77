import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { signatureBody } from "../shared/signatureBody.ts";
import { proposalStatuses } from "./proposalStatuses.ts";

/** What every proposal is answered with, to be extended by its terms. */
export const proposalBody = z.object({
  proposal: z.string(),
  status: z.enum(proposalStatuses),
  certificate: z.string(),
  obligor: memberRefBody,
  holder: memberRefBody,
  proposedBy: z.number(),
  currency: z.string(),
  proposedAt: z.string(),
  obligorNonce: z.string(),
  holderNonce: z.string(),
  signature: signatureBody.describe("The proposer's, for a party that sends its own transaction"),
});
