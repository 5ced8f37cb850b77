import { instructionKinds, instructionStates, legKinds } from "@tallystick/sdk";
import { z } from "zod";
import { memberRefBody } from "../shared/memberRefBody.ts";

const bankAccount = z.object({
  /** Salted digest, as the ledger has it. */
  digest: z.string(),
  /** Told to the instruction's bank and to whose account it is; null to everybody else. */
  bank: z.string().nullable(),
  number: z.string().nullable(),
});

/** A payment instruction as it is answered. */
export const instructionBody = z.object({
  instruction: z.string(),
  kind: z.enum(instructionKinds),
  state: z.enum(instructionStates),
  payer: memberRefBody,
  payee: memberRefBody.nullable().describe("Null: the holders of record"),
  bank: memberRefBody,
  amountMinor: z.string(),
  currency: z.string(),
  receivable: z.number(),
  certificate: z.string().nullable().describe("Null: all of the receivable"),
  legs: z.array(z.object({ kind: z.enum(legKinds), faceMinor: z.string(), paidMinor: z.string() })),
  payerAccount: bankAccount,
  payeeAccount: bankAccount.nullable(),
  issuedAt: z.string(),
  expiresAt: z.string(),
  valueDate: z.string().nullable(),
  paidMinor: z.string().nullable(),
  bankReference: z
    .string()
    .nullable()
    .describe("The bank's text where it is known, else its digest"),
  receiptDigest: z.string().nullable(),
  endProposedBy: z.array(z.number()),
  contestedBy: z.array(z.number()),
  finishedAt: z.string().nullable(),
  run: z.string().nullable().describe("Settlement run that its payment opened"),
});
