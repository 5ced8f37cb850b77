import { feeKinds } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";
import { partyIdBody } from "../shared/partyIdBody.ts";
import { receivableSummaryBody } from "./receivableSummaryBody.ts";

/** A receivable with what it is made of and how it is being settled. */
export const receivableDetailBody = receivableSummaryBody.extend({
  invoices: z.array(
    z.object({
      tag: z.string(),
      faceMinor: z.string(),
      usedMinor: z.string(),
      leftMinor: z.string().describe("What the invoice is over, less its credit notes"),
      short: z.boolean().describe("Whether more of it is used than is left: nobody finances it"),
      number: z.string().nullable().describe("Only for its parties and for who oversees"),
      code: z.string().nullable(),
      sellerId: partyIdBody.nullable(),
    }),
  ),
  creditNotes: z.array(
    z.object({
      invoice: z.int(),
      amountMinor: z.string(),
      tag: z.string(),
      documentDigest: z.string(),
      recordedBy: z.int(),
      recordedAt: z.string(),
    }),
  ),
  fees: z.array(
    z.object({ kind: z.enum(feeKinds), payer: memberRefBody, amountMinor: z.string() }),
  ),
  settlement: z.object({
    openRun: z.string().nullable(),
    queued: z.array(z.object({ instruction: z.string(), amountMinor: z.string() })),
    runs: z.array(
      z.object({
        run: z.string(),
        instruction: z.string(),
        totalMinor: z.string(),
        paidMinor: z.string(),
        valueDate: z.string(),
        open: z.boolean(),
        openedAt: z.string(),
        closedAt: z.string().nullable(),
      }),
    ),
  }),
});
