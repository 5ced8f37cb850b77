import { memberRoles, memberSizes, suspensionReasons } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { partyIdBody } from "../shared/partyIdBody.ts";

/** A member as lists show it. */
export const memberSummaryBody = z.object({
  memberId: z.int(),
  name: z.string(),
  nameZh: z.string().nullable(),
  partyId: partyIdBody.nullable().describe("Null where this gateway did not admit it"),
  roles: z.array(z.enum(memberRoles)),
  size: z.enum(memberSizes),
  suspensions: z.array(z.enum(suspensionReasons)),
  primaryAccount: z.string(),
  guardian: memberRefBody.nullable(),
  overdueCount: z.int(),
  admittedAt: z.string(),
});
