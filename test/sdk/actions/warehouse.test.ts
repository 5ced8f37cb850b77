import { expect } from "chai";
import {
  cancellationTypedData,
  type ReceiptTerms,
  type Replacement,
  receipts,
  receiptTermsDigest,
  replacementDigest,
  replacementTypedData,
  signTypedMessage,
  warehouses,
} from "../../../sdk/index.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";
import { chain } from "../../helpers/chain.ts";
import { sdkLedger } from "../../helpers/sdkLedger.ts";
import { sdkScene } from "../../helpers/sdkScene.ts";
import { sdkWarehouse } from "../../helpers/sdkWarehouse.ts";

async function setting() {
  const ledger = await sdkLedger();
  const scene = sdkScene(ledger);
  return { ...ledger, scene, stock: sdkWarehouse(ledger, scene) };
}
const load = () => chain.networkHelpers.loadFixture(setting);

describe("a warehouse, through the SDK", () => {
  it("has one custodian for a place, however the place is spelled", async () => {
    const { as, stock } = await load();
    const { place, location } = await stock.location();
    const again = { place, capacity: 1n, unit: "KGM" };
    const { message } = await caughtFrom(warehouses.registerLocation(as.custodian, again));
    expect(message).to.equal(`Place ${place} is location ${location} already, kept by custodian.`);
    const stranger = await caughtFrom(warehouses.registerLocation(as.otherCustodian, again));
    expect(stranger.message).to.equal("OtherCustodian was not admitted as a custodian.");
  });

  it("refuses a unit that is none before the ledger is asked", async () => {
    const { as, stock } = await load();
    const { place } = await stock.location();
    const asked = { place, capacity: 1n, unit: "kilograms" };
    const { code } = await caughtFrom(warehouses.registerLocation(as.custodian, asked));
    expect(code).to.equal("goods-unit-invalid");
  });

  it("keeps the lower of two counts that contradict each other, and stops new use", async () => {
    const { as, who, stock, scene } = await load();
    const { lot, location } = await stock.counted({ quantity: 10_000n });
    await warehouses.appointCounter(as.operator, {
      location,
      counter: who.auditor,
      appointer: who.financier,
      document: scene.digest("supervision agreement"),
    });
    const stated = await stock.recordCount({ lot, quantity: 9_000n }, "auditor");
    expect([stated.measured, stated.contradicted]).to.deep.equal([9_000n, true]);
    expect(await warehouses.getControl(as.bank, { lot })).to.equal("contradicted");
    const known = await warehouses.getLot(as.bank, { lot });
    expect(known.byCustodian?.quantity).to.equal(10_000n);
    expect(known.byCounter?.quantity).to.equal(9_000n);
    const { message } = await caughtFrom(warehouses.requireUsable(as.bank, { lot }));
    expect(message).to.equal(`Evidence of control over lot ${lot} is contradicted.`);
  });

  it("marks a lot short and its location over capacity, since both are facts", async () => {
    const { as, stock } = await load();
    const { lot } = await stock.issued({ quantity: 8_000n });
    await stock.recordCount({ lot, quantity: 5_000n });
    expect(await warehouses.getLot(as.bank, { lot })).to.include({ short: true, measured: 5_000n });
    const { lot: other, location } = await stock.counted({ quantity: 1_000_001n });
    expect((await warehouses.getLocation(as.bank, { location })).over).to.equal(true);
    expect((await caughtFrom(warehouses.requireUsable(as.bank, { lot: other }))).code).to.equal(
      "WarehousesOverCapacity",
    );
  });

  it("says when goods left, and freezes what nobody counted for long", async () => {
    const { as, stock, scene } = await load();
    const { lot } = await stock.counted();
    expect((await warehouses.getLot(as.bank, { lot })).movedAt).to.equal(undefined);
    await scene.passDays(4);
    await chain.networkHelpers.mine();
    expect(await warehouses.getControl(as.bank, { lot })).to.equal("frozen");
  });
});

describe("a warehouse receipt, through the SDK", () => {
  it("says of itself what a certificate would, as a receipt", async () => {
    const { as, who, stock, scene } = await load();
    const { receipt, lot } = await stock.issued();
    const whole = { receipt, quantity: 9_000n };
    expect((await caughtFrom(receipts.split(as.supplier, whole))).message).to.equal(
      `8,000 of receipt ${receipt} is free, this asks for 9,000.`,
    );
    const pass = { receipt, to: who.buyer, quantity: 5n, tradeReference: scene.digest("order") };
    expect((await caughtFrom(receipts.split(as.buyer, pass))).message).to.equal(
      `Receipt ${receipt} belongs to supplier, not to buyer.`,
    );
    const offer = { ...pass, expiresAt: (await scene.now()) + 60 };
    expect((await caughtFrom(receipts.offer(as.supplier, offer))).message).to.equal(
      `A part of 5 of receipt ${receipt} would be smaller than 10, the smallest allowed.`,
    );
    await stock.recordCount({ lot, quantity: 1n });
    const { code, message } = await caughtFrom(
      receipts.offer(as.supplier, { ...offer, quantity: 100n }),
    );
    expect(code).to.equal("SplitTokenClosed");
    expect(message).to.match(/^Receipts of lot 1 don't circulate: .* or the lot is short\.$/);
    const unknown = await caughtFrom(receipts.get(as.bank, { receipt: 99n }));
    expect(unknown.message).to.equal("There is no receipt 99.");
  });

  it("has a text that the ledger contradicts field by field", async () => {
    const { as, stock } = await load();
    const { receipt, terms } = await stock.issued({ quantity: 8_000n });
    const check = (its: Partial<ReceiptTerms>) =>
      receipts.checkTerms(as.bank, { receipt, terms: { ...terms, ...its } });
    expect(await check({})).to.deep.equal([]);
    expect(await check({ issuer: { ...terms.issuer, place: "Ningbo" } })).to.deep.equal(["digest"]);
    const others: Partial<ReceiptTerms> = {
      goods: { ...terms.goods, pieces: 9n },
      mark: "heat 77",
      quantity: 7_999n,
      unit: "TNE",
      lossBasisPoints: 40,
      place: "elsewhere",
      storage: { from: terms.storage.from, until: "2099-12-31" },
    };
    for (const [field, value] of Object.entries(others)) {
      expect(await check({ [field]: value })).to.deep.equal(["digest", field]);
    }
  });

  it("is never issued twice over the same goods", async () => {
    const { as, who, stock } = await load();
    const { lot, terms } = await stock.issued({ quantity: 10_000n });
    const again = { lot, depositor: who.buyer, quantity: 1n, terms: receiptTermsDigest(terms) };
    const { code } = await caughtFrom(receipts.issue(as.custodian, again));
    expect(code).to.equal("WarehousesOverissued");
  });

  it("ends under an order only once", async () => {
    const { as, stock, scene, signers, deployment } = await load();
    const { receipt } = await stock.issued();
    const cancellation = stock.cancellation({ receipt });
    const message = { cancellation, deadline: (await scene.now()) + 3_600, epoch: 1 };
    const typedData = cancellationTypedData(deployment, message);
    const holder = await signTypedMessage(signers.supplier, typedData);
    await receipts.cancel(as.custodian, { cancellation, holder });
    const again = await caughtFrom(receipts.cancel(as.custodian, { cancellation, holder }));
    expect(again.code).to.equal("ReceiptsNonceUsed");
  });

  it("is replaced under the digest that whoever holds it approves, and not by the same lot", async () => {
    const { as, stock, scene, signers, deployment } = await load();
    const { receipt, lot } = await stock.issued();
    const deadline = (await scene.now()) + 3_600;
    const replaced = async (its: Replacement) => {
      const message = { replacement: its, deadline, epoch: 1 };
      const typedData = replacementTypedData(deployment, message);
      const holder = await signTypedMessage(signers.supplier, typedData);
      return receipts.replace(as.custodian, { replacement: its, holder });
    };
    const same = stock.replacement({ receipt, newLot: lot });
    expect((await caughtFrom(replaced(same))).code).to.equal("ReceiptsNoReplacement");
    const unapproved = stock.replacement({
      receipt,
      newLot: (await stock.counted()).lot,
      hold: 7n,
    });
    const refused = await caughtFrom(replaced(unapproved));
    expect(refused.code).to.equal("ReceiptsOtherReplacement");
    const message = { replacement: unapproved, deadline, epoch: 1 };
    expect(refused).to.have.nested.property("args.asked", replacementDigest(deployment, message));
  });
});
