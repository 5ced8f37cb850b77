import { z } from "zod";
import { memberBody } from "./memberBody.ts";

/** What signing in answers: the token once, until when, and as whom. */
export const sessionBody = z.object({
  token: z.string(),
  expiresAt: z.string(),
  member: memberBody,
});
