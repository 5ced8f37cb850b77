import { attestationOf, type Ledger, payments } from "@tallystick/sdk";
import type { z } from "zod";
import type { AttestedInstructions } from "./attestedInstructions.ts";
import type { outcomeFields } from "./outcomeFields.ts";

/** A bank's word on one instruction, as a request states it. */
export type StatedOutcome = z.output<z.ZodObject<typeof outcomeFields>>;

/** Attests an outcome, everything but the bank's own words taken from the instruction. */
export async function attestInstruction(
  ledger: Ledger,
  terms: AttestedInstructions,
  instruction: bigint,
  stated: StatedOutcome,
  ref: string,
): Promise<payments.AttestReturnType> {
  const { outcome, amountMinor, bankReference, valueDate, receiptDigest } = stated;
  const own = { outcome, bankReference: bankReference.digest, valueDay: valueDate, receiptDigest };
  const amount = amountMinor === undefined ? {} : { amount: amountMinor };
  const attestation = attestationOf(terms(instruction), { ...own, ...amount });
  return payments.attest(ledger, { attestation, ref });
}
