import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { lienEndings } from "./lienEndings.ts";
import { lienStages } from "./lienStages.ts";

/** A lien as it is answered. */
export const lienBody = z.object({
  lien: z.string(),
  asset: z.string().describe("certificate, receipt, or the address of another token contract"),
  token: z.string(),
  unit: z.string().nullable().describe("Currency of a certificate, unit of a receipt's goods"),
  amount: z.string().describe("What it encumbers now: minor units, or a count of the unit"),
  pledgedAmount: z.string(),
  state: z.enum(lienStages),
  ending: z.enum(lienEndings).nullable().describe("How it ended"),
  waitsFor: z
    .array(z.enum(["acceptance", "registration", "countersignature"]))
    .describe("What a proposed one still needs"),
  debtor: memberRefBody,
  securedParty: memberRefBody,
  obligor: memberRefBody.nullable().describe("Who owes a pledged certificate"),
  custodian: memberRefBody.nullable().describe("Who keeps pledged goods"),
  supervisor: memberRefBody.nullable().describe("Whom the secured party appointed to control them"),
  terms: z.string(),
  debt: z.string().describe("As text where it is known here, else its digest"),
  purchaseMoneyDay: z.string().nullable(),
  registryNumber: z.string().nullable().describe("As text where it is known here, else its digest"),
  registeredAt: z.string().nullable(),
  noticedAt: z.string().nullable().describe("When the first notice reached who owes it"),
  expiresAt: z.string().describe("Until when it could become active"),
  proposedAt: z.string(),
  acceptedAt: z.string().nullable(),
  countersignedAt: z.string().nullable(),
  activatedAt: z.string().nullable(),
  defaultedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  movedFrom: z.string().nullable().describe("Lien over the goods that these replaced"),
  sale: z
    .object({
      instruction: z.string(),
      instructionState: z.string().nullable(),
      buyer: memberRefBody,
      value: z.string(),
      priceMinor: z.string(),
      claimMinor: z.string(),
    })
    .nullable()
    .describe("The last one"),
});
