import {
  countTypedData,
  dayOf,
  dayToCivilDate,
  goodsDigest,
  ledgerInterfaces,
  markDigest,
  placeDigest,
  receipts,
  receivables,
  receivableTerms,
  signTypedMessage,
  warehouses,
} from "@tallystick/sdk";
import { id, ZeroHash } from "ethers";
import type { RaceLedger } from "./raceLedger.ts";

const day = 86_400;
const goods = { variety: "A00 aluminium", quality: "99.70 %", packaging: "bundles", pieces: 1n };
const criteria = {
  storageCapability: id("storage capability"),
  yearsInTrade: id("years in trade"),
  operatingStandards: id("operating standards"),
  ownCredit: id("own credit"),
};

/** Positions of the first supplier that are raced for: the same number of certificates and of receipts. */
export function racedPositions(ledger: RaceLedger, value: bigint) {
  const { deployment, who } = ledger;
  const dateIn = (days: number): string => dayToCivilDate(dayOf(ledger.now()) + days);

  /** Splits parts off a token; the first one is the rest of the token itself. */
  const split = async (
    contract: "creditCertificates" | "warehouseReceipts",
    token: bigint,
    count: number,
  ): Promise<bigint[]> => {
    const data = ledgerInterfaces[contract].encodeFunctionData("split", [token, value, ZeroHash]);
    const calls = Array.from({ length: count - 1 }, () => ({
      to: deployment.addresses[contract],
      data,
    }));
    const [done] = await ledger.run([[who.tierOne.wallet, calls]]);
    if (done !== count - 1) throw new Error(`${done} splits of ${count - 1} were made`);
    return Array.from({ length: count }, (_, index) => token + BigInt(index));
  };

  /** Certificates, and the documents that the banks saw of them. */
  const certificates = async (count: number) => {
    const sellerId = { scheme: "local", id: "tierOne" } as const;
    const invoices = [{ sellerId, number: "INV 1", face: value * BigInt(count) }];
    const terms = await receivableTerms({
      obligor: who.obligor.id,
      creditor: who.tierOne.id,
      currency: "CNY",
      deliveryDay: dateIn(-1),
      contractDueDay: dateIn(40),
      dueDay: dateIn(40),
      documentRoot: id("trade documents"),
      invoices,
    });
    const supplier = await ledger.ledgerOf("tierOne");
    const { receivable } = await receivables.register(supplier, { terms });
    const its = { receivable, terms, invoices };
    const acceptBy = ledger.now() + day;
    await receivables.confirm(await ledger.ledgerOf("obligor"), { ...its, acceptBy });
    const { certificate } = await receivables.accept(supplier, its);
    const tokens = await split("creditCertificates", certificate, count);
    return { tokens, documents: { terms, invoices } };
  };

  const receiptsOf = async (count: number): Promise<bigint[]> => {
    const keeper = await ledger.ledgerOf("custodian");
    const until = ledger.now() + 90 * day;
    const custodian = who.custodian.id;
    const operator = await ledger.ledgerOf("operator");
    await warehouses.admitCustodian(operator, { custodian, criteria, until });
    const place = placeDigest("CN Foshan, hall 1");
    const hall = { place, capacity: 10n ** 12n, unit: "KGM" };
    const { location } = await warehouses.registerLocation(keeper, hall);
    const { lot } = await warehouses.openLot(keeper, {
      location,
      mark: markDigest("heat 1"),
      goods: goodsDigest(goods),
      lossBasisPoints: 50,
      storageUntil: dateIn(90),
      minLot: 1n,
    });
    const quantity = value * BigInt(count);
    const takenAt = ledger.now();
    const evidence = id("weighbridge tickets");
    const counted = { lot, counter: custodian, quantity, takenAt, method: "weighbridge" } as const;
    const stated = { ...counted, evidence };
    const data = countTypedData(deployment, { count: stated, deadline: until, epoch: 1 });
    const counter = await signTypedMessage(who.custodian.wallet, data);
    await warehouses.recordCount(keeper, { count: stated, counter });
    const terms = id("terms of the receipt");
    const asked = { lot, depositor: who.tierOne.id, quantity, terms };
    const { receipt } = await receipts.issue(keeper, asked);
    return split("warehouseReceipts", receipt, count);
  };
  return { certificates, receipts: receiptsOf };
}
