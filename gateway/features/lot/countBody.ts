import { countMethods } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A signed statement of what lies in a lot. */
export const countBody = z.object({
  count: z.string(),
  lot: z.int(),
  counter: memberRefBody,
  isCustodian: z.boolean(),
  quantity: z.string(),
  takenAt: z.string(),
  method: z.enum(countMethods),
  evidence: z.string(),
  measured: z.string().describe("What the lot was taken to hold because of it"),
  contradicted: z.boolean(),
  recordedAt: z.string(),
  transactionHash: z.string(),
});
