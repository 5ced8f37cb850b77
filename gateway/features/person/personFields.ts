import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";

const issuer = z.string().min(1).max(40).describe("Name of an identity provider of this gateway");
const subject = z.string().min(1).max(255).describe("What the provider calls the person (`sub`)");
const name = z.string().trim().min(1).max(120);

/** What requests say of a person. */
export const personFields = {
  issuer,
  subject,
  name,
  scopes: z
    .array(z.enum(scopes))
    .min(1)
    .transform((all) => [...new Set(all)]),
} as const;
