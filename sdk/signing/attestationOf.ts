import type { Attestation } from "./attestation.ts";

/** What an attestation repeats of the instruction; `payments.get` gives it. */
export type AttestedInstruction = Pick<
  Attestation,
  "instruction" | "bank" | "payerAccount" | "payeeAccount" | "amount" | "currency"
>;

/** What the bank adds; an amount only where another one than instructed was paid. */
export type AttestedOutcome = Pick<
  Attestation,
  "outcome" | "bankReference" | "valueDay" | "receiptDigest"
> &
  Partial<Pick<Attestation, "amount">>;

/**
 * The attestation of an instruction as its bank was asked to execute it.
 *
 * @example
 * import { attestationOf, payments } from "@tallystick/sdk";
 *
 * const { instruction } = await scene.instructed();
 * const instructed = await payments.get(bank, { instruction });
 * const attestation = attestationOf(instructed, {
 *   outcome: "paid",
 *   bankReference: scene.digest("payment 1"),
 *   valueDay: await scene.today(),
 *   receiptDigest: scene.digest("receipt 1"),
 * });
 * attestation.amount === instructed.amount // => true
 */
export function attestationOf(
  { instruction, bank, payerAccount, payeeAccount, amount, currency }: AttestedInstruction,
  outcome: AttestedOutcome,
): Attestation {
  return { instruction, bank, payerAccount, payeeAccount, amount, currency, ...outcome };
}
