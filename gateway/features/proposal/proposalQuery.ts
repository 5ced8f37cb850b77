import { z } from "zod";
import { pageQuery } from "../shared/pageQuery.ts";
import { proposalStatuses } from "./proposalStatuses.ts";

/** How lists of proposals are asked for. */
export const proposalQuery = z.object({
  ...pageQuery,
  direction: z.enum(["in", "out"]).optional().describe("Made to you, or by you"),
  status: z.enum(proposalStatuses).optional(),
});
