import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";

/** A key as its member's administrators see it. */
export const apiKeyBody = z.object({
  keyId: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(scopes)),
  addresses: z.array(z.string()).describe("Where it may be used from; empty: anywhere"),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable().describe("To the minute"),
  revokedAt: z.string().nullable(),
});
