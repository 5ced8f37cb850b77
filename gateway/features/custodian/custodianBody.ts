import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A member that keeps goods, and whether it may take in new ones. */
export const custodianBody = z.object({
  custodian: memberRefBody,
  isAdmitted: z.boolean().describe("Its admission holds, and its owners are those of that day"),
  until: z.string(),
  criteria: z.object({
    storageCapability: z.string(),
    yearsInTrade: z.string(),
    operatingStandards: z.string(),
    ownCredit: z.string(),
  }),
  admittedBy: memberRefBody,
  admittedAt: z.string(),
  ownershipChange: z
    .object({ evidence: z.string(), by: memberRefBody, at: z.string() })
    .nullable()
    .describe("Since its admission: it takes in nothing new until it is admitted again"),
  locations: z.int(),
  shortLots: z.int().describe("Lots whose receipts exceed their goods"),
});
