import { id } from "ethers";
import { stockScene } from "../../../test/helpers/authority/stockScene.ts";
import { blockTime } from "../../../test/helpers/blockTime.ts";
import { day } from "../../../test/helpers/days.ts";
import { issueReceivable } from "../../../test/helpers/issueReceivable.ts";
import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";
import { ref } from "../../../test/helpers/ref.ts";
import { type Measured, measure } from "./measure.ts";

/** Pledges as they are once things run: others exist on the same positions. */
export async function pledging(ledger: Ledger): Promise<Record<string, Measured>> {
  const { deployment, liens, who } = ledger;
  const { certificate } = await issueReceivable(ledger, { amount: 10_000_000n });
  const { receipt } = await stockScene(ledger);
  const debtor = liens.connect(who.tierOne.account);
  const pledge = async (asset: string, token: bigint) =>
    await measure(
      debtor.pledge(
        {
          asset,
          token,
          amount: 100n,
          securedParty: who.financierA.id,
          expiresAt: (await blockTime()) + day,
          terms: id("pledge agreement"),
          debt: id("loan"),
          supervisor: who.auditor.id,
          purchaseMoneyDay: 0n,
        },
        ref,
      ),
    );
  const { creditCertificates, warehouseReceipts } = deployment.addresses;
  const each = async (asset: string, token: bigint) => {
    await pledge(asset, token);
    return await pledge(asset, token);
  };
  const ofCertificate = await each(creditCertificates, certificate);
  const ofReceipt = await each(warehouseReceipts, receipt);
  return { pledge: ofReceipt.gas > ofCertificate.gas ? ofReceipt : ofCertificate };
}
