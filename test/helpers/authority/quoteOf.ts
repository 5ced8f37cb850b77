import type { FinancingQuote } from "../../../sdk/contracts/structs.ts";
import { blockTime } from "../blockTime.ts";
import { day } from "../days.ts";
import type { Ledger } from "../ledgerFixture.ts";

let nonces = 0n;

/** What `financierA` offers the first-tier supplier for 100.00 of a certificate: face value, without recourse. */
export async function quoteOf(
  { who, receivables }: Ledger,
  token: bigint,
): Promise<FinancingQuote & { readonly nonce: bigint }> {
  const now = await blockTime();
  const { termsDigest } = await receivables.receivableOf(token >> 32n);
  nonces += 1n;
  return {
    token,
    financier: who.financierA.id,
    holder: who.tierOne.id,
    value: 100_00n,
    principal: 100_00n,
    discount: 0n,
    fee: 0n,
    obligorInterest: 0n,
    recourse: false,
    claim: 0n,
    buyBackPrice: 0n,
    bank: who.bank.id,
    registerBy: now + day,
    payBy: now + 2n * day,
    termsDigest,
    nonce: nonces,
    deadline: now + day,
    epoch: 1n,
  };
}
