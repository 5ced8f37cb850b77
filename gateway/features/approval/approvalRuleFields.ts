import { z } from "zod";
import { ledgerFields } from "../../openapi/ledgerFields.ts";

const name = z.string().regex(/^[a-zA-Z]{1,60}$/, "is no operation or group");

/** What a rule says. */
export const approvalRuleFields = z.strictObject({
  operations: z
    .array(name)
    .min(1)
    .max(100)
    .describe("Operation ids, groups such as `confirming` and `passing`, or `everything`"),
  limits: z
    .record(
      z.string().regex(/^[A-Z]{3}$/, "must be an ISO 4217 code"),
      ledgerFields.amountMinorOrZero,
    )
    .default({})
    .describe(
      "Largest amount that one person moves alone, in minor units by currency; none for a currency that is missing",
    ),
  approvals: z
    .union([z.literal(1), z.literal(2)])
    .default(1)
    .describe("How many others must agree"),
  approver: z
    .enum(["approve", "administer"])
    .default("approve")
    .describe("The scope that they need; who administers also needs `approve`"),
  period: z
    .enum(["request", "day"])
    .default("request")
    .describe(
      "Whether limits count one request, or what a person does alone in a day of the ledger",
    ),
  expiresAfterDays: z.int().min(1).max(90).default(7),
});
