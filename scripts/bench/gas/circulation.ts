import { id } from "ethers";
import { blockTime } from "../../../test/helpers/blockTime.ts";
import { day } from "../../../test/helpers/days.ts";
import { issueReceivable } from "../../../test/helpers/issueReceivable.ts";
import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";
import { passTo } from "../../../test/helpers/passTo.ts";
import { ref } from "../../../test/helpers/ref.ts";
import { sign } from "../../../test/helpers/sign.ts";
import { crowd } from "./crowd.ts";
import { type Measured, measure } from "./measure.ts";

const batch = 100;
const trade = id("trade reference");
const part = 1_000n;

/** Passes, as they are once things run: everybody involved holds other certificates already. */
export async function circulation(ledger: Ledger): Promise<Record<string, Measured>> {
  const { creditCertificates, deployment, who } = ledger;
  const { certificate } = await issueReceivable(ledger, { amount: 10_000_000n });
  const sender = creditCertificates.connect(who.tierOne.account);
  const recipient = creditCertificates.connect(who.tierTwo.account);
  await passTo(ledger, certificate, who.tierOne, who.tierTwo, part);
  const splitAndTransfer = await measure(
    sender.transfer(certificate, who.tierTwo.id, part, trade, ref),
  );

  const passes = (await crowd(ledger, who.tierOne, batch)).map((to) => ({
    to,
    value: part,
    tradeReference: trade,
  }));
  await measure(sender.transferBatch(certificate, passes, ref));
  const splitAndTransferBatch100 = await measure(sender.transferBatch(certificate, passes, ref));

  const later = (await blockTime()) + day;
  const offer = (value: bigint) =>
    measure(sender.offer(certificate, who.tierTwo.id, value, later, trade, ref));
  const offered = [await offer(part), await offer(part)];
  const acceptance = {
    token: certificate,
    to: who.tierTwo.id,
    value: part,
    tradeReference: trade,
    nonce: 1n,
    deadline: later,
    epoch: 1n,
  };
  const accept = async (nonce: bigint) => {
    const message = { ...acceptance, nonce };
    const signature = await sign(deployment, "acceptance", who.tierTwo.account, message);
    return measure(
      sender.transferWithAcceptance(message, who.tierTwo.account.address, signature, ref),
    );
  };
  // The first one opens a word of 256 nonces.
  await accept(1n);
  return {
    splitAndTransfer,
    splitAndTransferBatch100,
    offer: offered[1] ?? splitAndTransfer,
    accept: await measure(recipient.acceptOffer(1n, ref)),
    acceptWithSignature: await accept(2n),
  };
}
