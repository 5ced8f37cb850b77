import { z } from "zod";

/** A subscription as its member sees it. */
export const subscriptionBody = z.object({
  subscription: z.string(),
  url: z.string(),
  names: z.array(z.string()),
  contracts: z.array(z.string()),
  batchSize: z.int(),
  state: z.enum(["active", "paused"]),
  pausedBecause: z
    .enum(["member", "failures"])
    .nullable()
    .describe("Who paused it: the member, or its endpoint by failing"),
  cursor: z
    .string()
    .describe("Everything up to here is done with: delivered, dead or not asked for"),
  deadLetters: z.int().describe("Events that were given up"),
  lastSuccessAt: z.string().nullable(),
  lastFailureAt: z.string().nullable(),
  lastFailure: z.string().nullable().describe("What was wrong, in a sentence"),
  nextAttemptAt: z.string().nullable().describe("When a failing endpoint is tried again"),
  earlierSecretUntil: z
    .string()
    .nullable()
    .describe("Until when the secret before the present one signs as well"),
  createdAt: z.string(),
});
