import { z } from "zod";

/** Path parameter of one write that needed another person. */
export const approvalParams = z.object({
  approval: z.string().regex(/^[0-9a-f]{32}$/, "is no id of a request that waits"),
});
