import { memberRoles, memberSizes } from "@tallystick/sdk";
import { z } from "zod";
import { fields } from "../../openapi/fields.ts";
import { actingAccount } from "../shared/actingAccount.ts";
import { partyIdBody } from "../shared/partyIdBody.ts";
import { settlementAccountBody } from "./settlementAccountBody.ts";

/** What an operator states about a new member. */
export const admitBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  nameZh: z.string().trim().min(1).max(200).optional(),
  party: partyIdBody,
  roles: z.array(z.enum(memberRoles)).min(1),
  size: z.enum(memberSizes),
  account: fields.address
    .optional()
    .describe("Its first account; without one the gateway makes a key and holds it"),
  settlementAccount: settlementAccountBody,
  guardian: fields.memberId.optional(),
  licence: z
    .string()
    .min(1)
    .max(1_000)
    .optional()
    .describe("Licence that a financier or settlement bank acts under: its text or its digest"),
  demonstration: z
    .strictObject({
      sentence: z.string().min(1).max(500),
      sentenceZh: z.string().min(1).max(500).optional(),
    })
    .optional()
    .describe("How a demonstration introduces it"),
  actingAccount,
});
