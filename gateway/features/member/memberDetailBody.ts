import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { memberSummaryBody } from "./memberSummaryBody.ts";

const pending = z.object({ digest: z.string(), activeFrom: z.string() });

/** A member with its accounts, as itself and whoever governs or oversees sees it. */
export const memberDetailBody = memberSummaryBody.extend({
  epoch: z.int().describe("What its signatures name; raised by each revocation and recovery"),
  accounts: z.array(
    z.object({
      account: z.string(),
      active: z.boolean(),
      activeFrom: z.string(),
      revokedAt: z.string().nullable(),
      keyHeldHere: z.boolean().describe("Whether this gateway signs for it"),
    }),
  ),
  settlementAccount: z.object({
    digest: z.string(),
    bank: z.string().nullable().describe("For the member itself"),
    number: z.string().nullable(),
    pending: pending.nullable(),
  }),
  pendingGuardian: z
    .object({ guardian: memberRefBody.nullable(), activeFrom: z.string() })
    .nullable(),
  recovery: z
    .object({
      account: z.string(),
      documentDigest: z.string(),
      proposedBy: z.array(memberRefBody),
      executableFrom: z.string().nullable(),
      proposedAt: z.string(),
    })
    .nullable(),
});
