import { z } from "zod";
import { scopes } from "../../auth/scopes.ts";
import { memberRefBody } from "../shared/memberRefBody.ts";

const decision = z.object({
  person: z.string(),
  decision: z.enum(["approve", "reject"]),
  reason: z.string(),
  at: z.string(),
});

/** A write that needed another person, for those who decide. */
export const approvalBody = z.object({
  approval: z.string(),
  state: z.enum(["waiting", "approved", "done", "refused", "rejected", "withdrawn", "expired"]),
  operation: z.string().describe("Operation id of the write"),
  summary: z.string().describe("What the operation does"),
  request: z.object({
    route: z.string().describe("Method and path, as asked"),
    params: z.record(z.string(), z.string()),
    body: z.unknown().describe("The body, as asked"),
    idempotencyKey: z
      .string()
      .nullable()
      .describe("For who asked alone: by it the write is asked again"),
  }),
  amounts: z
    .array(z.object({ currency: z.string(), amountMinor: z.string() }))
    .nullable()
    .describe("What it moves, by currency; null when that can't be told"),
  parties: z.array(memberRefBody).describe("Members that it concerns beside the one that asks"),
  askedBy: z.string().describe("The person that asked"),
  askedAt: z.string(),
  expiresAt: z.string().describe("Until when it may be agreed to"),
  needed: z.int().describe("How many other people must agree"),
  approverScopes: z.array(z.enum(scopes)),
  decisions: z.array(decision),
  isOwn: z.boolean().describe("Whether the reader asked for it"),
  canDecide: z.boolean().describe("Whether it waits for the reader's word"),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  problem: z
    .object({ code: z.string(), detail: z.string(), args: z.record(z.string(), z.unknown()) })
    .nullable()
    .describe("Why it was refused when it was carried out"),
  result: z
    .object({ status: z.int(), body: z.unknown() })
    .nullable()
    .describe("What the write was answered, once it was carried out"),
});
