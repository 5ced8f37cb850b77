import { id } from "ethers";
import type { Answer } from "./client.ts";
import type { CastName } from "./ledgerCast.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";

let counter = 0;

/** What a bank says of a payment of today, with a reference of its own. */
export async function outcome(
  stack: LedgerGateway,
  changes: Readonly<Record<string, unknown>> = {},
) {
  counter += 1;
  return {
    outcome: "paid",
    bankReference: `BR-${counter}`,
    valueDate: await stack.dayIn(0),
    receiptDigest: id(`receipt ${counter}`),
    ...changes,
  };
}

/** The bank attests an instruction over HTTP. */
export async function attest(
  stack: LedgerGateway,
  instruction: unknown,
  changes: Readonly<Record<string, unknown>> = {},
  bank: CastName = "bank",
): Promise<Answer> {
  const path = `/v1/payment-instructions/${instruction}/attestation`;
  return stack.as(bank).post(path, await outcome(stack, changes));
}

/** Obligor and holder agree on an early payment of the whole value of a certificate. */
export async function agreedEarlyPayment(
  stack: LedgerGateway,
  certificate: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const proposed = await stack.as("obligor").post("/v1/early-payments/proposals", {
    certificate,
    faceMinor: "1000000",
    paidMinor: "990000",
    bank: stack.who.bank.id,
    expiresAt: await stack.instantIn(86_400),
    ...changes,
  });
  if (proposed.status !== 201) return proposed;
  const path = `/v1/early-payments/proposals/${proposed.body["proposal"]}/agreement`;
  return stack.as("tierOne").post(path, {});
}
