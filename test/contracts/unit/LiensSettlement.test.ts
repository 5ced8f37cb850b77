import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { type LiensFixture, liensFixture } from "../../helpers/liensFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture } = chain.networkHelpers;
const [early, middle, late] = [1_700_000_000n, 1_700_000_001n, 1_700_000_002n];

/** What each lien still encumbers. */
async function amounts({ liens }: LiensFixture, ...ids: bigint[]): Promise<bigint[]> {
  return await Promise.all(ids.map(async (lien) => (await liens.lienOf(lien)).amount));
}

/** I1, I7 and I8: nothing is lost, and liens encumber no more than there is. */
async function expectConserved(s: LiensFixture): Promise<void> {
  const { certificates, settlementRuns, receivable, amount, root, liens, addresses } = s;
  const { live, settled, retired } = await certificates.totalsOf(receivable);
  expect(live + settled + retired, "I1").to.equal(amount);
  const [matched, legs, reserved] = await settlementRuns.reconciliationOf(receivable);
  expect(matched, "I8").to.equal(legs + reserved);
  const { held, value } = await s.positionOf(root);
  const ids = await liens.liensOn(addresses.creditCertificates, root);
  const sum = (await amounts(s, ...ids)).reduce((a, b) => a + b, 0n);
  expect(sum, "I7").to.equal(held);
  expect(held <= value, "I3").to.equal(true);
}

/** On the due day: 200,000 each for A (late) and B (early), and the root's other 600,000 are free. */
async function encumbered() {
  const s = await liensFixture();
  const ofA = await s.encumber(200_000n, late);
  const ofB = await s.encumber(200_000n, early, s.who.financierB);
  await civilDay.goTo(s.dueDay);
  return { ...s, ofA, ofB };
}

describe("A settlement leg of a pledged certificate", () => {
  it("pays liens by ascending registration before the holder", async () => {
    const s = await loadFixture(encumbered);
    const { liens, settlementRuns, who, receivable, root, ofA, ofB } = s;
    await s.pay(receivable, 300_000n);
    const sent = settlementRuns.settleBatch(receivable, 9n, ref);
    await expect(sent)
      .to.emit(liens, "LienPaid")
      .withArgs(ofB, 1n, who.financierB.id, 200_000n, 0n, ref);
    await expect(sent)
      .to.emit(liens, "LienPaid")
      .withArgs(ofA, 1n, who.financierA.id, 100_000n, 100_000n, ref);
    await expect(sent)
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(1n, root, who.tierOne.id, 300_000n, 0n, 0n, 0n, 0n, ref);
    expect(await amounts(s, ofA, ofB)).to.deep.equal([100_000n, 0n]);
    expect((await liens.lienOf(ofB)).state).to.equal(5n);
    expect((await s.positionOf(root)).held).to.equal(100_000n);
    await expectConserved(s);
  });

  it("pays the holder what liens leave, and a later run the rest", async () => {
    const s = await loadFixture(encumbered);
    const { settlementRuns, who, receivable, root, ofA, ofB } = s;
    await s.pay(receivable, 300_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await s.pay(receivable, 700_000n);
    await expect(settlementRuns.settleBatch(receivable, 9n, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(2n, root, who.tierOne.id, 700_000n, 600_000n, 0n, 0n, 0n, ref);
    expect(await amounts(s, ofA, ofB)).to.deep.equal([0n, 0n]);
    const { held, value, flags } = await s.positionOf(root);
    expect([held, value, flags]).to.deep.equal([0n, 0n, 0n]);
    await expectConserved(s);
  });

  it("divides among liens registered at one time in proportion, to the last fen", async () => {
    const s = await loadFixture(liensFixture);
    const { settlementRuns, receivable } = s;
    const first = await s.encumber(10n, middle);
    const second = await s.encumber(10n, middle, s.who.financierB);
    const third = await s.encumber(10n, middle);
    const last = await s.encumber(5n, late);
    await civilDay.goTo(s.dueDay);
    await s.pay(receivable, 20n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await amounts(s, first, second, third, last)).to.deep.equal([4n, 3n, 3n, 5n]);
    await expectConserved(s);
  });

  it("ends reservations, and what was pending as a pledge, but no lien", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, liens, settlementRuns, who, receivable, root } = s;
    const lien = await s.encumber(200_000n, early);
    const pending = await s.pledge({ amount: 300_000n, expiresAt: await s.inDays(60) });
    await certificates
      .connect(who.tierOne.account)
      .offer(root, who.tierTwo.id, 100_000n, await s.inDays(60), ref, ref);
    await civilDay.goTo(s.dueDay);
    await s.pay(receivable, 50_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await amounts(s, lien)).to.deep.equal([150_000n]);
    expect((await s.positionOf(root)).held).to.equal(150_000n);
    // What ends later takes nothing of the lien along.
    await certificates.expireOffer(1n, ref);
    await liens.expire(pending, ref);
    expect((await s.positionOf(root)).held).to.equal(150_000n);
    await s.as(who.financierA).release(lien, 150_000n, ref);
    expect((await s.positionOf(root)).held).to.equal(0n);
  });

  it("waits while the position is frozen, and pays liens first after its release", async () => {
    const s = await loadFixture(encumbered);
    const { settlementRuns, liens, who, receivable, root, ofA, ofB } = s;
    await s.setFrozen(root, true);
    await s.pay(receivable, 300_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await amounts(s, ofA, ofB)).to.deep.equal([200_000n, 200_000n]);
    await s.setFrozen(root, false);
    const sent = settlementRuns.settleWaiting(root, ref);
    await expect(sent)
      .to.emit(liens, "LienPaid")
      .withArgs(ofB, 1n, who.financierB.id, 200_000n, 0n, ref);
    await expect(sent)
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(1n, root, who.tierOne.id, 300_000n, 0n, 0n, 0n, 0n, ref);
    expect(await amounts(s, ofA, ofB)).to.deep.equal([100_000n, 0n]);
    await expectConserved(s);
  });

  it("leaves a lien released after circulation to the holder", async () => {
    const s = await loadFixture(encumbered);
    const { settlementRuns, who, receivable, root, ofA, ofB } = s;
    await s.pay(receivable, 100_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await s.as(who.financierA).release(ofA, 200_000n, ref);
    await s.as(who.financierB).release(ofB, 100_000n, ref);
    await s.pay(receivable, 900_000n);
    await expect(settlementRuns.settleBatch(receivable, 9n, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(2n, root, who.tierOne.id, 900_000n, 900_000n, 0n, 0n, 0n, ref);
  });
});

describe("Pledged value", () => {
  it("is neither paid early nor retired nor delivered whole", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, addresses, root, who } = s;
    await s.encumber(700_000n);
    const as = async (address: string) =>
      certificates.connect(await chain.ethers.getImpersonatedSigner(address));
    const early_ = await as(addresses.earlyPayments);
    const until = await s.inDays(5);
    await expect(early_.hold(root, who.tierOne.id, 300_001n, until, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, 300_000n, 300_001n);
    await expect(early_.retire(root, who.tierOne.id, 300_001n, ref)).to.be.revertedWithCustomError(
      certificates,
      "SplitTokenExceedsFree",
    );
    const factoring = await as(addresses.factoring);
    await expect(factoring.deliverWhole(root, who.tierTwo.id, 0n, 3n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenHeld")
      .withArgs(root, 700_000n);
    // What is free is paid early or retired as ever.
    await early_.retire(root, who.tierOne.id, 300_000n, ref);
    const { held, value } = await s.positionOf(root);
    expect([held, value]).to.deep.equal([700_000n, 700_000n]);
  });
});

describe("Holds that liens keep", () => {
  it("are kept once, loosened, delivered and paid by their own verbs", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, addresses, root, who, setFrozen } = s;
    const as = certificates.connect(await chain.ethers.getImpersonatedSigner(addresses.liens));
    const until = await s.inDays(5);
    await as.hold(root, who.tierOne.id, 100n, until, ref);
    const delivery = (value: bigint) =>
      as.deliverPart(1n, value, who.financierA.id, 0n, 4n, ref, ref);
    const refuses = (sent: Promise<unknown>, error: string, ...args: unknown[]) =>
      expect(sent)
        .to.be.revertedWithCustomError(certificates, error)
        .withArgs(...args);
    await refuses(delivery(1n), "SplitTokenHoldNotKept", 1n);
    await refuses(as.payHold(1n, 1n, ref), "SplitTokenHoldNotKept", 1n);
    await refuses(as.loosenHold(1n, ref), "SplitTokenNotFirm", 1n);
    await as.keepHold(1n, ref);
    await refuses(as.keepHold(1n, ref), "SplitTokenHoldKept", 1n);
    await refuses(as.keepHold(2n, ref), "SplitTokenUnknownHold", 2n);
    await refuses(as.releasePart(1n, 101n, ref), "SplitTokenExceedsHold", 1n, 100n, 101n);
    await refuses(as.releasePart(1n, 0n, ref), "SplitTokenZeroValue", root);
    await refuses(delivery(101n), "SplitTokenExceedsHold", 1n, 100n, 101n);
    await refuses(as.payHold(1n, 101n, ref), "SplitTokenExceedsHold", 1n, 100n, 101n);
    await as.makeFirm(1n, ref);
    await refuses(as.makeFirm(1n, ref), "SplitTokenFirm", root);
    await expect(as.loosenHold(1n, ref)).to.emit(certificates, "HoldLoosened").withArgs(1n, ref);
    await as.makeFirm(1n, ref);
    await setFrozen(root, true);
    await refuses(delivery(1n), "SplitTokenFrozen", root);
    await setFrozen(root, false);
    await as.releasePart(1n, 10n, ref);
    const sent = delivery(30n);
    await expect(sent).to.emit(certificates, "HoldReduced").withArgs(1n, 30n, 60n, ref);
    await expect(sent).to.emit(certificates, "HoldLoosened").withArgs(1n, ref);
    expect(await certificates.holdOf(1n)).to.deep.equal([
      root,
      60n,
      0n,
      false,
      BigInt(addresses.liens) & ((1n << 72n) - 1n),
    ]);
    await as.releaseHold(1n, ref);
    const { held, value, flags } = await s.positionOf(root);
    expect([held, value, flags]).to.deep.equal([0n, 999_970n, 0n]);
  });

  it("move by no verb while a run is open", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, addresses, receivable, who } = s;
    await s.encumber(400_000n);
    const as = certificates.connect(await chain.ethers.getImpersonatedSigner(addresses.liens));
    await civilDay.goTo(s.dueDay);
    await s.pay(receivable, 300_000n);
    for (const sent of [
      () => as.makeFirm(1n, ref),
      () => as.deliverPart(1n, 1n, who.financierA.id, 0n, 4n, ref, ref),
    ])
      await expect(sent())
        .to.be.revertedWithCustomError(certificates, "SplitTokenRunOpen")
        .withArgs(receivable);
  });
});
