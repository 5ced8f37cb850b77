import { concat, id, toBeHex } from "ethers";
import type { InvoiceUse } from "../../../sdk/contracts/structs.ts";
import { blockTime } from "../../../test/helpers/blockTime.ts";
import { day } from "../../../test/helpers/days.ts";
import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";
import { ref } from "../../../test/helpers/ref.ts";
import { signatureOf } from "../../../test/helpers/signatureOf.ts";
import { termsOf } from "../../../test/helpers/termsOf.ts";
import { type Measured, measure } from "./measure.ts";

/** A receivable that is registered, confirmed and accepted in one transaction, by both parties' signatures. */
async function issue(ledger: Ledger, invoices: InvoiceUse[]): Promise<Measured> {
  const { receivables, deployment, who, stranger } = ledger;
  const amount = invoices.reduce((sum, use) => sum + BigInt(use.amount), 0n);
  const terms = await termsOf(ledger, { amount, invoices });
  const termsDigest = await receivables.termsDigest(terms);
  const acceptBy = (await blockTime()) + day;
  const confirmation = { termsDigest, acceptBy };
  const obligor = await signatureOf(deployment, "confirmation", who.obligor, confirmation);
  const creditor = await signatureOf(deployment, "acceptanceOfReceivable", who.tierOne, {
    termsDigest,
  });
  return measure(
    receivables.connect(stranger).issueWithSignatures(terms, acceptBy, obligor, creditor, ref),
  );
}

function calldataOf({ tag, exists, amount }: InvoiceUse): string {
  return concat([tag.toString(), toBeHex(exists, 32), toBeHex(amount, 32)]);
}

/**
 * Issues of receivables. `claim` is what one tag more costs: the difference between two invoices and one, with the
 * calldata of that difference.
 */
export async function issuing(ledger: Ledger): Promise<Record<string, Measured>> {
  const use = (name: string): InvoiceUse => ({ tag: id(name), exists: 1_000n, amount: 1_000n });
  await issue(ledger, [use("first")]);
  const one = await issue(ledger, [use("second")]);
  const two = await issue(ledger, [use("third"), use("fourth")]);
  return {
    confirmWithSignatures: one,
    claim: { gas: two.gas - one.gas, data: calldataOf(use("fourth")), hash: two.hash },
  };
}
