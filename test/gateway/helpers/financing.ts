import type { Answer } from "./client.ts";
import type { CastName } from "./ledgerCast.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";
import { attest } from "./payments.ts";

type Changes = Readonly<Record<string, unknown>>;

/** What a financier quotes on 10,000.00 by default. */
export async function quoteTerms(stack: LedgerGateway, changes: Changes = {}) {
  return {
    principalMinor: "970000",
    discountMinor: "25000",
    feeMinor: "5000",
    obligorInterestMinor: "10000",
    recourse: true,
    bank: stack.who.bank.id,
    registerBy: await stack.instantIn(86_400),
    deadline: await stack.instantIn(3_600),
    ...changes,
  };
}

/** A holder's request and one financier's quote on it. */
export async function quoted(
  stack: LedgerGateway,
  certificate: string,
  changes: Changes = {},
  parties: { readonly holder?: CastName; readonly financier?: CastName } = {},
): Promise<Answer> {
  const { holder = "tierOne", financier = "financierA" } = parties;
  const asked = { certificate, valueMinor: "1000000" };
  const request = await stack.as(holder).post("/v1/financing-requests", asked);
  if (request.status !== 201) return request;
  const path = `/v1/financing-requests/${request.body["request"]}/quotes`;
  return stack.as(financier).post(path, await quoteTerms(stack, changes));
}

/** The whole way to a delivered financing; the answer is the financing. */
export async function financed(
  stack: LedgerGateway,
  certificate: string,
  changes: Changes = {},
): Promise<Answer> {
  const quote = await quoted(stack, certificate, changes);
  const path = `/v1/quotes/${quote.body["quote"]}/acceptance`;
  const accepted = await stack.as("tierOne").post(path, {});
  const own = `/v1/financings/${accepted.body["financing"]}`;
  const registered = await stack.as("financierA").post(`${own}/registration`, {
    registryNumber: "ZD-2026-0001",
    registeredAt: await stack.instantIn(0),
  });
  await attest(stack, registered.body["instruction"]);
  return stack.as("financierA").get(own);
}
