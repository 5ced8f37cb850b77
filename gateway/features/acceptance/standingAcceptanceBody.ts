import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A recipient's word that it takes every pass of a sender. */
export const standingAcceptanceBody = z.object({
  recipient: memberRefBody,
  sender: memberRefBody,
  until: z.string(),
  isInForce: z.boolean(),
  framework: z.string().describe("Digest of the framework contract"),
});
