import { z } from "zod";
import { rulesVersionBody } from "./rulesVersionBody.ts";

/** Rules that the governance account announced: they are scheduled again by it once its notice is over. */
export const operationBody = z.object({
  operation: z.string(),
  caller: z.string().describe("The governance account"),
  state: z.enum(["scheduled", "executed", "cancelled"]),
  dueAt: z.string().describe("From when it can be carried out"),
  scheduledAt: z.string(),
  rules: rulesVersionBody,
});
