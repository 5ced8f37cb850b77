import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";

/** Someone who acts for the member. */
export const personBody = z.object({
  personId: z.string(),
  issuer: z.string(),
  subject: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  active: z.boolean(),
  createdBy: z.string(),
  createdAt: z.string(),
});
