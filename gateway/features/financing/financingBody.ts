import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

/** A financing as it is answered. */
export const financingBody = z.object({
  financing: z.string(),
  state: z.enum(["accepted", "instructed", "delivered", "waiting", "failed", "bought-back"]),
  certificate: z.string().describe("What it buys from"),
  child: z.string().nullable().describe("What was delivered"),
  receivable: z.number(),
  financier: memberRefBody,
  holder: memberRefBody,
  obligor: memberRefBody,
  bank: memberRefBody,
  currency: z.string(),
  dueDate: z.string(),
  valueMinor: z.string(),
  principalMinor: z.string(),
  discountMinor: z.string(),
  feeMinor: z.string(),
  obligorInterestMinor: z.string(),
  recourse: z.boolean(),
  claimMinor: z.string(),
  claimLeftMinor: z.string().nullable().describe("What the financier may still keep of payments"),
  debtor: memberRefBody.nullable().describe("Who buys back at default"),
  buyBackPriceMinor: z.string(),
  registerBy: z.string(),
  payBy: z.string(),
  registryNumber: z.string().nullable().describe("As text where it is known here, else its digest"),
  registeredAt: z.string().nullable(),
  instruction: z.string().nullable(),
  instructionState: z.string().nullable(),
  interestInstruction: z.string().nullable(),
  buyBack: z
    .object({ instruction: z.string(), state: z.string(), priceMinor: z.string() })
    .nullable()
    .describe("The last one that was asked for"),
  acceptedAt: z.string(),
  finishedAt: z.string().nullable(),
});
