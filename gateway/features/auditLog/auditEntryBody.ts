import { z } from "zod";

/** An entry as it was hashed, with its hash. */
export const auditEntryBody = z.object({
  sequence: z.int(),
  at: z.string(),
  requestId: z.string(),
  member: z.int().nullable(),
  person: z.string().nullable(),
  account: z.string().nullable(),
  method: z.string().describe("OWN for what the gateway did by itself"),
  path: z.string(),
  operation: z.string(),
  subjects: z.record(z.string(), z.string()),
  bodyDigest: z.string().nullable(),
  ref: z.string().nullable(),
  status: z.int(),
  code: z.string().nullable(),
  transactionHash: z.string().nullable(),
  milliseconds: z.int(),
  gateway: z.string().describe("Which process answered"),
  previous: z.string(),
  hash: z.string().describe("SHA-256 of the entry without it, as canonical JSON"),
});
