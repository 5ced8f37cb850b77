import {
  currencyToBytes3,
  dayOf,
  dayToCivilDate,
  type InvoiceDocument,
  ledgerInterfaces,
  type ReceivableTerms,
  receivableTerms,
} from "@tallystick/sdk";
import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { termsStruct } from "../../../sdk/terms/termsStruct.ts";
import { raceCount } from "./raceCount.ts";
import { type RaceLedger, raceLedger } from "./raceLedger.ts";
import { shuffled } from "./shuffled.ts";

const day = 86_400;
const face = 1_000_00n;
const registered = 1n;
const confirmed = 2n;

describe("A race for invoices", function () {
  this.timeout(600_000);
  let ledger: RaceLedger;
  before(async () => {
    ledger = await raceLedger();
  });
  after(() => ledger.close());

  const dateIn = (days: number): string => dayToCivilDate(dayOf(ledger.now()) + days);
  const termsOf = (invoice: number, obligor: "obligor" | "otherObligor") => {
    const sellerId = { scheme: "local", id: "tierOne" } as const;
    const invoices: InvoiceDocument[] = [{ sellerId, number: `INV ${invoice}`, face }];
    return receivableTerms({
      obligor: ledger.who[obligor].id,
      creditor: ledger.who.tierOne.id,
      currency: "CNY",
      deliveryDay: dateIn(-1),
      contractDueDay: dateIn(40),
      dueDay: dateIn(40),
      documentRoot: id("trade documents"),
      invoices,
    });
  };
  const call = (
    verb: "register" | "confirm",
    args: readonly unknown[],
  ): { to: string; data: string } => ({
    to: ledger.deployment.addresses.receivables,
    data: ledgerInterfaces.receivables.encodeFunctionData(verb, [...args, ZeroHash]),
  });

  it("lets one of two buyers confirm each, whichever of 4 clients comes first, and reserves it once", async () => {
    const count = raceCount();
    const { contracts, who } = ledger;
    const lanes = [
      ...(await ledger.accountsOf("obligor", 1)),
      ...(await ledger.accountsOf("otherObligor", 1)),
    ];
    // Receivable 2i + 1 is what the first buyer owes on invoice i, 2i + 2 what the second one does.
    const terms: ReceivableTerms[] = [];
    for (let invoice = 0; invoice < count; invoice++)
      for (const obligor of ["obligor", "otherObligor"] as const)
        terms.push(await termsOf(invoice, obligor));
    const registrations = terms.map((its) => call("register", [termsStruct(its)]));
    const [done] = await ledger.run([[who.tierOne.wallet, registrations]]);
    expect(done).to.equal(2 * count);

    const acceptBy = ledger.now() + 7 * day;
    const confirmations = terms.map((its, index) =>
      call("confirm", [index + 1, termsStruct(its), acceptBy]),
    );
    const winners = await ledger.run(
      lanes.map((wallet, lane) => {
        const own = confirmations.filter((_, index) => index % 2 === Math.floor(lane / 2));
        return [wallet, shuffled(own, lane)] as const;
      }),
    );
    expect(winners.reduce((sum, won) => sum + won, 0)).to.equal(count);
    for (const won of winners) expect(won).to.be.greaterThan(0);

    const states = await Promise.all(
      terms.map(async (_, index) => (await contracts.receivables.receivableOf(index + 1)).state),
    );
    for (let invoice = 0; invoice < count; invoice++) {
      const pair = states.slice(2 * invoice, 2 * invoice + 2).toSorted();
      expect(pair, `invoice ${invoice}`).to.deep.equal([registered, confirmed]);
    }
    const tallies = await Promise.all(
      terms.map((its) => contracts.claims.tallyOf(its.epoch, its.invoices[0]?.tag ?? ZeroHash)),
    );
    for (const { exists, reserved, committed } of tallies)
      expect([exists, reserved, committed]).to.deep.equal([face, face, 0n]);
    const cny = currencyToBytes3("CNY");
    const [, first] = await contracts.receivables.limitOf(who.obligor.id, cny);
    const [, second] = await contracts.receivables.limitOf(who.otherObligor.id, cny);
    expect(first + second).to.equal(face * BigInt(count));
    expect(first).to.equal(face * BigInt((winners[0] ?? 0) + (winners[1] ?? 0)));
  });
});
