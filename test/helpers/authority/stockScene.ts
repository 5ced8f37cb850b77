import { id } from "ethers";
import { blockTime } from "../blockTime.ts";
import { civilDay } from "../civilDay.ts";
import { day } from "../days.ts";
import type { Ledger } from "../ledgerFixture.ts";
import { ref } from "../ref.ts";
import { sign } from "../sign.ts";
import { criteria, kilograms } from "../warehouseFixture.ts";

const forEver = (1n << 40n) - 1n;

/** A count of a lot by its custodian, as it stands now. */
async function countLot(ledger: Ledger, lot: bigint): Promise<void> {
  const { warehouses, who } = ledger;
  const now = await blockTime();
  const count = {
    lot,
    counter: who.custodian.id,
    quantity: 10_000n,
    takenAt: now,
    method: 0n,
    evidence: id("photographs"),
    deadline: now + day,
    epoch: 1n,
  };
  const signature = await sign(ledger.deployment, "count", who.custodian.account, count);
  await warehouses.recordCount(count, who.custodian.account, signature, ref);
}

/** An admitted custodian with two counted lots, and a receipt over one of them of which a part is offered. */
export async function stockScene(ledger: Ledger) {
  const { warehouses, warehouseReceipts, who } = ledger;
  const soon = (await blockTime()) + day;
  await warehouses
    .connect(who.operator.account)
    .admitCustodian(who.custodian.id, criteria, soon, ref);
  const keeper = warehouses.connect(who.custodian.account);
  await keeper.registerLocation(id("hall 1"), 1_000_000n, kilograms, ref);
  const storageUntil = (await civilDay.today()) + 90n;
  const lotTerms = (mark: string) => ({
    location: 1n,
    mark: id(mark),
    goods: id("aluminium ingots"),
    lossBasisPoints: 50n,
    storageUntil,
    minLot: 1n,
  });
  for (const lot of [1n, 2n]) {
    await keeper.openLot(lotTerms(`heat ${lot}`), ref);
    await countLot(ledger, lot);
  }
  const issuer = warehouseReceipts.connect(who.custodian.account);
  await issuer.issue(1n, who.tierOne.id, 8_000n, id("terms"), ref);
  const receipt = (1n << 32n) | 2n;
  await warehouseReceipts
    .connect(who.tierOne.account)
    .offer(receipt, who.tierTwo.id, 50n, soon, ref, ref);
  const recipient = warehouseReceipts.connect(who.tierTwo.account);
  await recipient.setStandingAcceptance(who.tierThree.id, forEver, ref, ref);
  return { receipt, newLotTerms: lotTerms("heat 3") };
}
