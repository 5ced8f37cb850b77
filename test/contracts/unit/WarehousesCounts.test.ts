import { expect } from "chai";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { receiptsFixture } from "../../helpers/receiptsFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { warehouseFixture } from "../../helpers/warehouseFixture.ts";

const { loadFixture, time } = chain.networkHelpers;
const day = 86_400n;
const control = { sound: 0n, stale: 1n, contradicted: 2n, frozen: 3n };

/** An independent counter beside the custodian of location 1. */
async function countedFixture() {
  const setting = await receiptsFixture();
  const { warehouses, who } = setting;
  await warehouses
    .connect(who.operator.account)
    .appointCounter(1n, who.counter.id, who.financier.id, ref, ref);
  return setting;
}

describe("A count", () => {
  it("says what a lot holds, whoever brings it", async () => {
    const { warehouses, who, stranger, countOf, sign } = await loadFixture(warehouseFixture);
    const { custodian } = who;
    const statement = await countOf(custodian, 700n, 1n);
    const signature = await sign("Count", custodian.account, statement);
    const bring = warehouses.connect(stranger);
    await expect(bring.recordCount(statement, custodian.account, signature, ref))
      .to.emit(warehouses, "Counted")
      .withArgs(1n, custodian.id, Object.values(statement), 700n, false, ref);
    const lot = await warehouses.lotOf(1n);
    expect([lot.measured, lot.soundAt]).to.deep.equal([700n, statement.takenAt]);
    expect((await warehouses.locationOf(1n)).measured).to.equal(700n);
    await expect(bring.recordCount(statement, custodian.account, signature, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesCountTime")
      .withArgs(1n, statement.takenAt, statement.takenAt, (await blockTime()) + 1n);
  });

  it("is of the custodian or of the appointed counter, and signed by it", async () => {
    const { warehouses, members, who, count, countOf, sign } = await loadFixture(warehouseFixture);
    for (const { id, account } of [who.otherCustodian, who.counter])
      await expect(count({ id, account }, 1n))
        .to.be.revertedWithCustomError(warehouses, "WarehousesNotCounter")
        .withArgs(1n, id);
    const nobody = { id: 0n, account: who.trader.account };
    await expect(count(nobody, 1n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotCounter")
      .withArgs(1n, 0n);
    const statement = await countOf(who.custodian, 1n, 1n);
    const other = { ...statement, quantity: 2n };
    const signature = await sign("Count", who.custodian.account, statement);
    await expect(
      warehouses.recordCount(other, who.custodian.account, signature, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    const late = { ...statement, deadline: await blockTime() };
    const lateSignature = await sign("Count", who.custodian.account, late);
    await expect(
      warehouses.recordCount(late, who.custodian.account, lateSignature, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureExpired");
  });

  it("is of a known lot, and neither of the future nor overtaken", async () => {
    const { warehouses, who, count, now } = await loadFixture(warehouseFixture);
    await expect(count(who.custodian, 1n, 3n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLot")
      .withArgs(3n);
    const at = (await now()) + 100n;
    await time.setNextBlockTimestamp(at);
    await expect(count(who.custodian, 1n, 1n, at + 1n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesCountTime")
      .withArgs(1n, at + 1n, 0n, at);
    await count(who.custodian, 1n, 1n, at);
    await expect(count(who.custodian, 2n, 1n, at - 1n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesCountTime")
      .withArgs(1n, at - 1n, at, (await now()) + 1n);
  });

  it("is overtaken by goods that left after it", async () => {
    const { warehouses, who, count, pickUp } = await loadFixture(receiptsFixture);
    const left = await blockTime(pickUp());
    await expect(count(who.custodian, 10_000n, 1n, left))
      .to.be.revertedWithCustomError(warehouses, "WarehousesCountTime")
      .withArgs(1n, left, left, left + 1n);
    await count(who.custodian, 9_000n, 1n, left + 1n);
  });

  it("above the location's capacity is recorded, marked, and stops issue", async () => {
    const { warehouses, who, count, issuer } = await loadFixture(receiptsFixture);
    await expect(count(who.custodian, 1_000_000n))
      .to.emit(warehouses, "CapacityPassed")
      .withArgs(1n, 1_005_000n, 1_000_000n, true, ref);
    expect((await warehouses.locationOf(1n)).over).to.equal(true);
    await expect(issuer.issue(2n, who.depositor.id, 10n, ref, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesOverCapacity")
      .withArgs(1n, 1_005_000n, 1_000_000n);
    await expect(count(who.custodian, 995_000n))
      .to.emit(warehouses, "CapacityPassed")
      .withArgs(1n, 1_000_000n, 1_000_000n, false, ref);
    await issuer.issue(2n, who.depositor.id, 10n, ref, ref);
  });
});

describe("Control evidence", () => {
  it("is missing before the first count", async () => {
    const { warehouses } = await loadFixture(warehouseFixture);
    expect(await warehouses.controlOf(1n)).to.equal(control.frozen);
    await expect(warehouses.requireUsable(1n))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNoControl")
      .withArgs(1n, control.frozen, 0n);
  });

  it("grows stale, which stops new use, then freezes what would leave", async () => {
    const { warehouses, who, issuer, pickUp, count } = await loadFixture(receiptsFixture);
    const { soundAt } = await warehouses.lotOf(1n);
    await time.increaseTo(soundAt + day);
    expect(await warehouses.controlOf(1n)).to.equal(control.sound);
    await warehouses.requireUsable(1n);
    await time.increaseTo(soundAt + day + 1n);
    expect(await warehouses.controlOf(1n)).to.equal(control.stale);
    await expect(issuer.issue(1n, who.depositor.id, 10n, ref, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNoControl")
      .withArgs(1n, control.stale, soundAt);
    await pickUp();
    await time.increaseTo(soundAt + 3n * day);
    expect(await warehouses.controlOf(1n)).to.equal(control.stale);
    await expect(pickUp())
      .to.be.revertedWithCustomError(warehouses, "WarehousesNoControl")
      .withArgs(1n, control.frozen, soundAt);
    await count(who.custodian, 9_000n);
    await pickUp();
  });

  it("agrees while custodian and counter differ by natural loss at most", async () => {
    const { warehouses, who, count } = await loadFixture(countedFixture);
    await count(who.counter, 9_950n);
    const lot = await warehouses.lotOf(1n);
    expect([lot.contradicted, lot.measured]).to.deep.equal([false, 9_950n]);
    expect(await warehouses.controlOf(1n)).to.equal(control.sound);
  });

  it("that contradicts itself counts as the lower one, stops new use, and freezes in the end", async () => {
    const { warehouses, who, count, pickUp, issuer } = await loadFixture(countedFixture);
    const { soundAt } = await warehouses.lotOf(1n);
    await count(who.counter, 9_949n);
    const lot = await warehouses.lotOf(1n);
    expect([lot.contradicted, lot.measured, lot.soundAt]).to.deep.equal([true, 9_949n, soundAt]);
    await expect(issuer.issue(1n, who.depositor.id, 10n, ref, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNoControl")
      .withArgs(1n, control.contradicted, soundAt);
    await pickUp();
    await time.increaseTo(soundAt + 3n * day + 1n);
    expect(await warehouses.controlOf(1n)).to.equal(control.frozen);
  });

  it("stays contradicted however long one waits, until both agree", async () => {
    const { warehouses, who, count } = await loadFixture(countedFixture);
    await count(who.counter, 9_000n);
    await time.increase(30n * day);
    await count(who.custodian, 10_000n);
    expect((await warehouses.lotOf(1n)).contradicted).to.equal(true);
    expect(await warehouses.controlOf(1n)).to.equal(control.frozen);
    await count(who.counter, 10_000n);
    expect((await warehouses.lotOf(1n)).measured).to.equal(10_000n);
    expect(await warehouses.controlOf(1n)).to.equal(control.sound);
  });

  it("is not contradicted by a count from long before", async () => {
    const { warehouses, who, count } = await loadFixture(countedFixture);
    await time.increase(30n * day);
    await count(who.counter, 9_000n);
    const lot = await warehouses.lotOf(1n);
    expect([lot.contradicted, lot.measured]).to.deep.equal([false, 9_000n]);
  });

  it("of an earlier moment doesn't replace the later one", async () => {
    const { warehouses, who, count, now } = await loadFixture(countedFixture);
    const early = await now();
    await time.increase(100n);
    await count(who.custodian, 10_001n);
    await count(who.counter, 10_000n, 1n, early);
    expect((await warehouses.lotOf(1n)).measured).to.equal(10_001n);
  });
});

describe("A shortage", () => {
  it("begins where natural loss ends", async () => {
    const { warehouses, who, count } = await loadFixture(receiptsFixture);
    await count(who.custodian, 7_960n);
    expect((await warehouses.lotOf(1n)).short).to.equal(false);
    await count(who.custodian, 7_959n);
    expect((await warehouses.lotOf(1n)).short).to.equal(true);
  });

  it("names the receipts that it reaches and stops every new use of them", async () => {
    const setting = await loadFixture(receiptsFixture);
    const { warehouses, receipts, who, count, issuer, token, hold } = setting;
    const slot = 1n << 32n;
    await expect(count(who.custodian, 6_000n))
      .to.emit(warehouses, "LotShort")
      .withArgs(1n, 8_000n, 6_000n, 40n, slot + 1n, slot + 2n, ref);
    await expect(issuer.issue(1n, who.depositor.id, 10n, ref, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesShort")
      .withArgs(1n, 8_000n, 6_000n);
    const holder = receipts.connect(who.depositor.account);
    const pass = () => holder.transfer(token, who.trader.id, 100n, ref, ref);
    for (const send of [pass, () => hold(100n)])
      await expect(send()).to.be.revertedWithCustomError(receipts, "SplitTokenClosed");
  });

  it("ends by another count, and receipts circulate again", async () => {
    const { warehouses, receipts, who, count, token } = await loadFixture(receiptsFixture);
    await count(who.custodian, 6_000n);
    await expect(count(who.custodian, 5_000n)).not.to.emit(warehouses, "LotShort");
    await expect(count(who.custodian, 8_000n)).to.emit(warehouses, "LotWhole").withArgs(1n, ref);
    const holder = receipts.connect(who.depositor.account);
    await holder.transfer(token, who.trader.id, 100n, ref, ref);
  });

  it("is shared: goods leave in proportion, so that who comes first takes nothing from others", async () => {
    const { warehouses, who, count, pickUp } = await loadFixture(receiptsFixture);
    await count(who.custodian, 6_000n);
    await expect(pickUp({ quantity: 1_000n, goods: 751n }))
      .to.be.revertedWithCustomError(warehouses, "WarehousesGateOut")
      .withArgs(1n, 751n, 0n, 750n);
    await pickUp({ quantity: 1_000n, goods: 750n });
    const lot = await warehouses.lotOf(1n);
    expect([lot.live, lot.measured, lot.short]).to.deep.equal([7_000n, 5_250n, true]);
  });

  it("ends when the receipts that are missing goods are cancelled", async () => {
    const { warehouses, who, count, cancel } = await loadFixture(receiptsFixture);
    await count(who.custodian, 7_500n);
    await expect(cancel({ quantity: 500n }))
      .to.emit(warehouses, "LotWhole")
      .withArgs(1n, ref);
  });
});
