import { z } from "zod";
import { rulesBody } from "./rulesBody.ts";

/** One version of the rules as answers show it. */
export const rulesVersionBody = z.object({
  ...rulesBody.shape,
  minLotMinor: z.string(),
  effectiveFrom: z.string(),
});
