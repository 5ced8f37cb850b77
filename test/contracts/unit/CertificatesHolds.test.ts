import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { holdsFixture } from "../../helpers/holdsFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, time } = chain.networkHelpers;
const financed = 2n;
const recourse = 4n;
const waiting = 8n;
/** What a hold keeps of its committer. */
const lowBits = (1n << 72n) - 1n;
const causes = { financing: 1n, resale: 2n, buyBack: 3n };

/** The root holds 300,000 of its 1,000,000 for factoring. */
async function heldFixture() {
  const setting = await holdsFixture();
  await setting.hold(300_000n);
  const { factoring, who, trade } = setting;
  return {
    ...setting,
    commit: () =>
      factoring.commitHold(1n, who.financierA.id, financed, causes.financing, trade, ref),
  };
}

/** The whole root is a financier's, with recourse. */
async function recourseFixture() {
  const setting = await holdsFixture();
  const { factoring, value, who, trade, serial } = setting;
  await setting.hold(value);
  const flags = financed | recourse;
  await factoring.commitHold(1n, who.financierA.id, flags, causes.financing, trade, ref);
  return { ...setting, bought: serial(2n) };
}

/** A run reserved 500,001 for the root, of which 300,000 are firmly held. */
async function waitingFixture() {
  const setting = await heldFixture();
  const { factoring, runs, receivable, value } = setting;
  await factoring.makeFirm(1n, ref);
  await runs.closeCirculation(receivable, ref);
  await runs.settleBatch(receivable, 0n, 9n, 500_001n, value, 0n, ref);
  return setting;
}

describe("Value that a ledger contract reserves", () => {
  it("is held, announced, and does not move otherwise", async () => {
    const { certificates, deployment, as, who, root, value, expiresAt, hold, positionOf } =
      await loadFixture(holdsFixture);
    await expect(hold(300_000n))
      .to.emit(certificates, "Held")
      .withArgs(1n, root, deployment.addresses.factoring, 300_000n, expiresAt, ref);
    expect((await positionOf(root)).held).to.equal(300_000n);
    await expect(as(who.tierOne).split(root, 700_001n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, value - 300_000n, 700_001n);
  });

  it("is reserved by granted contracts only", async () => {
    const { certificates, deployment, as, runs, who, root, expiresAt, stranger } =
      await loadFixture(holdsFixture);
    const callers: [typeof certificates, string][] = [
      [certificates.connect(stranger), stranger.address],
      [as(who.tierOne), who.tierOne.account.address],
      [runs, deployment.addresses.settlementRuns],
    ];
    for (const [caller, address] of callers)
      await expect(caller.hold(root, who.tierOne.id, 1n, expiresAt, ref))
        .to.be.revertedWithCustomError(certificates, "AccessManagedUnauthorized")
        .withArgs(address);
  });

  it("must be the named holder's, free, ahead in time, and before the end of the due day", async () => {
    const { certificates, factoring, who, root, value, expiresAt, terms, receivable, hold } =
      await loadFixture(holdsFixture);
    const refused = (sent: Promise<unknown>, name: string, ...args: unknown[]) =>
      expect(sent)
        .to.be.revertedWithCustomError(certificates, name)
        .withArgs(...args);
    const { tierOne, tierTwo } = who;
    const foreign = factoring.hold(root, tierTwo.id, 1n, expiresAt, ref);
    await refused(foreign, "SplitTokenNotOwner", root, tierTwo.id, tierOne.id);
    await refused(hold(0n), "SplitTokenZeroValue", root);
    await refused(hold(value + 1n), "SplitTokenExceedsFree", root, value, value + 1n);
    const now = BigInt(await time.latest()) + 10n;
    await time.setNextBlockTimestamp(now);
    const past = factoring.hold(root, tierOne.id, 1n, now, ref);
    await refused(past, "SplitTokenExpiryInPast", now, now);
    const due = BigInt(terms.dueDay);
    await civilDay.goTo(due + 1n);
    const late = factoring.hold(root, tierOne.id, 1n, 1n << 39n, ref);
    await refused(late, "SplitTokenClosed", receivable, due + 1n, due);
  });

  it("is ended by the contract that reserved it alone, once", async () => {
    const { certificates, deployment, factoring, early, who, trade } =
      await loadFixture(heldFixture);
    const { factoring: committer, earlyPayments: other } = deployment.addresses;
    const commit = early.commitHold(1n, who.bank.id, 0n, causes.financing, trade, ref);
    for (const sent of [
      commit,
      early.makeFirm(1n, ref),
      early.releaseHold(1n, ref),
      early.settleHold(1n, ref),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenNotCommitter")
        .withArgs(1n, other, BigInt(committer) & lowBits);
    await factoring.releaseHold(1n, ref);
    for (const id of [1n, 99n])
      await expect(factoring.releaseHold(id, ref))
        .to.be.revertedWithCustomError(certificates, "SplitTokenUnknownHold")
        .withArgs(id);
  });

  it("is free again when it is released, before and after its expiry", async () => {
    const { certificates, factoring, root, hold, expiresAt, positionOf } =
      await loadFixture(heldFixture);
    await expect(factoring.releaseHold(1n, ref))
      .to.emit(certificates, "HoldReleased")
      .withArgs(1n, ref);
    expect((await positionOf(root)).held).to.equal(0n);
    expect((await certificates.holdOf(1n)).value).to.equal(0n);
    await hold(5n);
    await time.increaseTo(expiresAt + 1n);
    await factoring.releaseHold(2n, ref);
    expect((await positionOf(root)).held).to.equal(0n);
  });
});

describe("Reserved value that is delivered", () => {
  it("becomes a child of the same tier with the financier's flags, whatever the caps", async () => {
    const { certificates, who, root, serial, trade, commit, positionOf } =
      await loadFixture(heldFixture);
    const sent = commit();
    const { financierA, obligor } = who;
    await expect(sent)
      .to.emit(certificates, "Passed")
      .withArgs(serial(2n), financierA.id, obligor.id, root, 300_000n, 1n, trade, ref);
    await expect(sent).to.emit(certificates, "FlagsSet").withArgs(serial(2n), financed, ref);
    await expect(sent).to.emit(certificates, "HoldCommitted").withArgs(1n, ref);
    const [rest, child] = [await positionOf(root), await positionOf(serial(2n))];
    expect([rest.value, rest.held]).to.deep.equal([700_000n, 0n]);
    expect([child.owner, child.tier, child.flags]).to.deep.equal([financierA.id, 1n, financed]);
  });

  it("is delivered in its last second, and not after its expiry unless it is firm", async () => {
    const { certificates, factoring, expiresAt, commit } = await loadFixture(heldFixture);
    const snapshot = await chain.networkHelpers.takeSnapshot();
    await time.setNextBlockTimestamp(expiresAt);
    await commit();
    await snapshot.restore();
    await time.setNextBlockTimestamp(expiresAt + 1n);
    await expect(commit())
      .to.be.revertedWithCustomError(certificates, "SplitTokenExpired")
      .withArgs(1n, expiresAt + 1n, expiresAt);
    await time.setNextBlockTimestamp(expiresAt + 9n);
    await expect(factoring.makeFirm(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExpired")
      .withArgs(1n, expiresAt + 9n, expiresAt);
    await snapshot.restore();
    await expect(factoring.makeFirm(1n, ref))
      .to.emit(certificates, "HoldMadeFirm")
      .withArgs(1n, ref);
    await expect(factoring.makeFirm(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenFirm")
      .withArgs((await certificates.holdOf(1n)).token);
    await time.increaseTo(expiresAt + 86_400n);
    await commit();
  });

  it("waits while the position is frozen or a run is open, firm or not", async () => {
    const { certificates, factoring, early, runs, who, root, receivable, ...rest } =
      await loadFixture(heldFixture);
    await factoring.makeFirm(1n, ref);
    await rest.setFrozen(root, true);
    for (const sent of [rest.commit(), factoring.settleHold(1n, ref)])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenFrozen")
        .withArgs(root);
    await rest.setFrozen(root, false);
    await runs.closeCirculation(receivable, ref);
    for (const sent of [
      rest.commit(),
      factoring.settleHold(1n, ref),
      factoring.deliverWhole(root, who.financierA.id, 0n, causes.resale, ref),
      runs.closeCirculation(receivable, ref),
      early.retire(root, who.tierOne.id, 1n, ref),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenRunOpen")
        .withArgs(receivable);
  });

  it("can hang on 255 accepted payments of one position, and not on more", async () => {
    const { factoring, hold } = await loadFixture(holdsFixture);
    for (let n = 1n; n <= 256n; n += 1n) await hold(1n);
    for (let n = 1n; n <= 255n; n += 1n) await factoring.makeFirm(n, ref);
    await expect(factoring.makeFirm(256n, ref)).to.be.revertedWithPanic(0x11);
  });
});

describe("Reserved value that is settled early", () => {
  it("ends, and the totals say so", async () => {
    const { certificates, early, root, who, receivable, expiresAt, value } =
      await loadFixture(holdsFixture);
    await early.hold(root, who.tierOne.id, 400_000n, expiresAt, ref);
    await expect(early.settleHold(1n, ref))
      .to.emit(certificates, "Settled")
      .withArgs(root, 400_000n, value - 400_000n, ref);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled]).to.deep.equal([600_000n, 400_000n]);
  });
});

describe("Whole positions that are delivered", () => {
  it("go as they are, and end every offer and hold that is not firm", async () => {
    const { certificates, as, factoring, who, root, serial, value, trade, ...rest } =
      await loadFixture(heldFixture);
    await as(who.tierOne).offer(root, who.tierTwo.id, 50n, rest.expiresAt, trade, ref);
    await factoring.deliverWhole(root, who.financierB.id, financed, causes.resale, ref);
    const [spent, child] = [await rest.positionOf(root), await rest.positionOf(serial(2n))];
    expect([spent.value, spent.held]).to.deep.equal([0n, 0n]);
    expect([child.value, child.owner, child.tier]).to.deep.equal([value, who.financierB.id, 1n]);
    await expect(as(who.tierTwo).acceptOffer(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, 0n, 50n);
    await as(who.tierOne).cancelOffer(1n, ref);
    await factoring.releaseHold(1n, ref);
    expect((await rest.positionOf(root)).held).to.equal(0n);
    await expect(factoring.deliverWhole(root, who.bank.id, 0n, causes.resale, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenZeroValue")
      .withArgs(root);
  });

  it("stay where a bank has accepted a payment for a part", async () => {
    const { certificates, factoring, who, root } = await loadFixture(heldFixture);
    await factoring.makeFirm(1n, ref);
    await expect(factoring.deliverWhole(root, who.bank.id, 0n, causes.resale, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenFirm")
      .withArgs(root);
  });
});

describe("A position with recourse", () => {
  it("moves only whole, between financiers", async () => {
    const { certificates, members, as, factoring, early, who, bought, value, trade, expiresAt } =
      await loadFixture(recourseFixture);
    const refused = (sent: Promise<unknown>, name: string, ...args: unknown[]) =>
      expect(sent)
        .to.be.revertedWithCustomError(certificates, name)
        .withArgs(...args);
    const { financierA, tierTwo } = who;
    const part = as(financierA).split(bought, 5n, ref);
    await refused(part, "SplitTokenWholeOnly", bought, value, 5n);
    const hold = factoring.hold(bought, financierA.id, 5n, expiresAt, ref);
    await refused(hold, "SplitTokenWholeOnly", bought, value, 5n);
    await refused(early.retire(bought, financierA.id, 5n, ref), "SplitTokenFinanced", bought);
    await factoring.hold(bought, financierA.id, value, expiresAt, ref);
    await expect(as(financierA).transfer(bought, tierTwo.id, value, trade, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(financierA.id, 1n << 2n, 1n << 1n);
  });

  it("is not passed in circulation even by a financier that is a supplier too", async () => {
    const { certificates, members, as, who, bought, value, trade, standing } =
      await loadFixture(recourseFixture);
    const operator = members.connect(who.operator.account);
    await operator.setRoles(who.financierA.id, 2n | 4n, trade, ref);
    await standing(who.tierTwo, who.financierA);
    await expect(as(who.financierA).transfer(bought, who.tierTwo.id, value, trade, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenFinanced")
      .withArgs(bought);
  });
});

describe("A run over certificates", () => {
  it("is worked off only while it is open", async () => {
    const { certificates, runs, receivable } = await loadFixture(holdsFixture);
    await expect(runs.settleBatch(receivable, 0n, 9n, 1n, 1n, 0n, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesNoRun")
      .withArgs(receivable);
  });

  it("leaves nothing waiting that never waited, nor ends what still waits", async () => {
    const { certificates, early, runs, root, who } = await loadFixture(waitingFixture);
    await expect(runs.settleWaiting(root, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesStillWaiting")
      .withArgs(root, waiting, 1n);
    await expect(early.retire(root, who.tierOne.id, 1n, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesStillWaiting")
      .withArgs(root, waiting, 1n);
    const fresh = await loadFixture(holdsFixture);
    await expect(fresh.runs.settleWaiting(fresh.root, ref))
      .to.be.revertedWithCustomError(fresh.certificates, "CertificatesNotWaiting")
      .withArgs(fresh.root);
  });
});

describe("Pay that waits on value that is delivered", () => {
  it("goes along in proportion, rounded down, and nothing is lost", async () => {
    const { certificates, runs, root, serial, receivable, commit } =
      await loadFixture(waitingFixture);
    await expect(commit())
      .to.emit(certificates, "WaitingMoved")
      .withArgs(serial(2n), root, 150_000n, ref);
    expect(await certificates.waitingOf(serial(2n))).to.equal(150_000n);
    expect(await certificates.waitingOf(root)).to.equal(350_001n);
    const child = (await certificates.positionOf(serial(2n))).link;
    expect(child.flags).to.equal(financed | waiting);
    await runs.settleWaiting(root, ref);
    await runs.settleWaiting(serial(2n), ref);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled, totals.waiting]).to.deep.equal([499_999n, 500_001n, 0n]);
    expect((await certificates.positionOf(serial(2n))).link.value).to.equal(150_000n);
  });

  it("goes back when an early payment ends the value instead", async () => {
    const { certificates, factoring, runs, root, receivable } = await loadFixture(waitingFixture);
    await expect(factoring.settleHold(1n, ref))
      .to.emit(certificates, "WaitingEnded")
      .withArgs(root, 150_000n, ref);
    expect(await certificates.waitingOf(root)).to.equal(350_001n);
    await runs.settleWaiting(root, ref);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled, totals.waiting]).to.deep.equal([349_999n, 650_001n, 0n]);
  });

  it("goes along whole with a whole position", async () => {
    const { certificates, factoring, root, serial, who } = await loadFixture(waitingFixture);
    await factoring.releaseHold(1n, ref);
    await factoring.deliverWhole(root, who.tierOne.id, 0n, causes.buyBack, ref);
    expect(await certificates.waitingOf(serial(2n))).to.equal(500_001n);
    const [spent, child] = await Promise.all(
      [root, serial(2n)].map(async (token) => (await certificates.positionOf(token)).link),
    );
    expect([spent?.flags, child?.flags]).to.deep.equal([0n, waiting]);
  });
});
