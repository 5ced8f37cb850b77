import { z } from "zod";

/** A rule as it is shown. */
export const approvalRuleBody = z.object({
  rule: z.string(),
  operations: z.array(z.string()),
  limits: z.record(z.string(), z.string()),
  approvals: z.int(),
  approver: z.enum(["approve", "administer"]),
  period: z.enum(["request", "day"]),
  expiresAfterDays: z.int(),
  setBy: z.string(),
  setAt: z.string(),
});
