import { id } from "ethers";
import { blockTime } from "../../../test/helpers/blockTime.ts";
import { chain } from "../../../test/helpers/chain.ts";
import { day } from "../../../test/helpers/days.ts";
import { issueReceivable } from "../../../test/helpers/issueReceivable.ts";
import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";
import { ref } from "../../../test/helpers/ref.ts";
import { crowd } from "./crowd.ts";
import { type Measured, measure } from "./measure.ts";

const utcOffset = 28_800n;
const legs = 100;
const part = 1_000n;

/** The obligor pays a whole receivable on its due day, and the bank attests it. */
async function pay(ledger: Ledger, receivable: bigint, amount: bigint): Promise<void> {
  const { settlement, settlementRuns, who } = ledger;
  const obligor = settlementRuns.connect(who.obligor.account);
  const later = (await blockTime()) + day;
  await obligor.instructSettlement(receivable, amount, who.bank.id, later, ref);
  const instruction = await settlement.instructionCount();
  const details = await settlement.instructionOf(instruction);
  await settlement.connect(who.bank.account).attest(
    {
      instruction,
      outcome: 1n,
      bank: who.bank.id,
      payerAccount: details.payerAccount,
      payeeAccount: details.payeeAccount,
      amount,
      currency: details.currency,
      bankReference: id("bank reference"),
      valueDay: ((await blockTime()) + utcOffset) / day,
      receiptDigest: id("receipt"),
    },
    ref,
  );
}

/** A batch of 100 legs of a run that pays everybody in full: each leg spends a position. */
export async function settling(ledger: Ledger): Promise<Record<string, Measured>> {
  const { creditCertificates, settlementRuns, who, stranger } = ledger;
  const amount = part * BigInt(legs + 1);
  const { certificate, receivable, terms } = await issueReceivable(ledger, {
    amount,
    creditor: who.tierThree.id,
  });
  const passes = (await crowd(ledger, who.tierThree, legs)).map((to) => ({
    to,
    value: part,
    tradeReference: id("trade reference"),
  }));
  const holder = creditCertificates.connect(who.tierThree.account);
  await measure(holder.transferBatch(certificate, passes, ref));
  await chain.networkHelpers.time.increaseTo(BigInt(terms.dueDay) * day - utcOffset);
  await pay(ledger, receivable, amount);
  const run = settlementRuns.connect(stranger);
  await measure(run.settleBatch(receivable, 1n, ref));
  return { settleLeg: await measure(run.settleBatch(receivable, BigInt(legs), ref)) };
}
