import { z } from "zod";

/** RFC 9457 problem as every route answers it; kinds of problems add members of their own. */
export const problemSchema = z.looseObject({
  type: z.string().describe("Stable identifier of the kind of problem"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("A sentence about this occurrence"),
  code: z.string().describe("Stable code: the gateway's, or the name of the contract's error"),
  instance: z.string().describe("Request id, as in the log"),
  issues: z
    .array(z.object({ path: z.array(z.string()), code: z.string(), message: z.string() }))
    .optional()
    .describe("What is wrong with which field"),
  args: z.record(z.string(), z.unknown()).optional().describe("Arguments of the contract's error"),
});
