import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { earlyPaymentFixture } from "../../helpers/earlyPaymentFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";

const { networkHelpers } = chain;
const { outcome } = settlementEnums;

/** On the due day: 600,000 fen at tier one (the root) and 400,000 at tier two, which are frozen. */
async function frozen() {
  const setting = await earlyPaymentFixture();
  const { pass, root, who, setFrozen, dueDay } = setting;
  const child = await pass(root, who.tierTwo.id, 400_000n);
  await setFrozen(child, true);
  await civilDay.goTo(dueDay);
  return { ...setting, child };
}

/** On the due day: an early payment of 300,000 of the root's 1,000,000 fen was accepted by the bank. */
async function firm() {
  const setting = await earlyPaymentFixture();
  const { agree, inDays, settlement, who, dueDay } = setting;
  const early = await agree({ face: 300_000n, paid: 290_000n, expiresAt: await inDays(50) });
  const bank = settlement.connect(who.bank.account);
  await bank.acceptInstruction(early, await civilDay.today(), ref);
  await civilDay.goTo(dueDay);
  return { ...setting, bank, early };
}

type Setting = Awaited<ReturnType<typeof earlyPaymentFixture>>;

/** I1 and I8 of the receivable, and I3 of a position. */
async function expectConserved({ certificates, settlementRuns, receivable, amount }: Setting) {
  const { live, settled, retired } = await certificates.totalsOf(receivable);
  expect(live + settled + retired, "I1").to.equal(amount);
  const [matched, legs, reserved] = await settlementRuns.reconciliationOf(receivable);
  expect(matched, "I8").to.equal(legs + reserved);
}

describe("A leg of a frozen position", () => {
  it("waits: it counts in C, its pay stays reserved, and the run closes", async () => {
    const setting = await networkHelpers.loadFixture(frozen);
    const { settlementRuns, certificates, pay, receivable, child } = setting;
    await pay(receivable, 500_000n);
    const sent = settlementRuns.settleBatch(receivable, 9n, ref);
    await expect(sent).to.emit(settlementRuns, "LegWaits").withArgs(1n, child, 200_000n, 0n, ref);
    await expect(sent).to.emit(settlementRuns, "RunClosed").withArgs(1n, receivable, ref);
    expect(await certificates.waitingOf(child)).to.equal(200_000n);
    expect(await settlementRuns.reconciliationOf(receivable)).to.deep.equal([
      500_000n,
      300_000n,
      200_000n,
    ]);
    await expectConserved(setting);
  });

  it("is outside a later T", async () => {
    const setting = await networkHelpers.loadFixture(frozen);
    const { settlementRuns, certificates, pay, receivable, child, amount } = setting;
    await pay(receivable, 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await pay(receivable, 500_000n);
    expect((await settlementRuns.runOf(2n)).total).to.equal(amount - 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await certificates.waitingOf(child)).to.equal(400_000n);
    await expectConserved(setting);
  });

  it("isn't paid while the freeze lasts", async () => {
    const { settlementRuns, certificates, pay, receivable, child } =
      await networkHelpers.loadFixture(frozen);
    await pay(receivable, 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await expect(settlementRuns.settleWaiting(child, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesStillWaiting")
      .withArgs(child, 1n | 8n, 0n);
  });

  it("is paid to the holder by anyone after release, once", async () => {
    const setting = await networkHelpers.loadFixture(frozen);
    const { settlementRuns, certificates, receivables, pay, receivable, child, who } = setting;
    await pay(receivable, 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await setting.setFrozen(child, false);
    const sent = settlementRuns.connect(setting.stranger).settleWaiting(child, ref);
    await expect(sent)
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(1n, child, who.tierTwo.id, 200_000n, 200_000n, 0n, 0n, 0n, ref);
    await expect(sent)
      .to.emit(receivables, "ReceivableReduced")
      .withArgs(receivable, 200_000n, ref);
    expect((await certificates.positionOf(child)).link.value).to.equal(200_000n);
    await expectConserved(setting);
    await expect(settlementRuns.settleWaiting(child, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesNotWaiting")
      .withArgs(child);
  });

  it("makes nobody overdue, and owes interest by the value date of its run", async () => {
    const setting = await networkHelpers.loadFixture(frozen);
    const { settlementRuns, pay, receivable, child, dueDay, amount, who } = setting;
    await civilDay.goTo(dueDay + 4n);
    await pay(receivable, 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await civilDay.goTo(dueDay + 8n);
    await settlementRuns.markOverdue(receivable, ref);
    await pay(receivable, 500_000n);
    expect(await settlementRuns.isOverdue(receivable)).to.equal(false);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await civilDay.goTo(dueDay + 60n);
    await setting.setFrozen(child, false);
    expect(await settlementRuns.unpaidOf(receivable)).to.equal(0n);
    // 200,000 for 4 days and 200,000 for 8 days at 5 basis points.
    await expect(settlementRuns.settleWaiting(child, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(2n, child, who.tierTwo.id, 400_000n, 400_000n, 0n, 0n, 400n + 800n, ref);
    expect(await settlementRuns.lateInterestOf(child)).to.deep.equal([who.tierTwo.id, 1_200n, 0n]);
    const { totals } = { totals: await setting.certificates.totalsOf(receivable) };
    expect([totals.live, totals.settled]).to.deep.equal([0n, amount]);
  });
});

describe("A leg of a position that a bank-accepted instruction holds", () => {
  it("waits until the payment is returned, and is then paid whole", async () => {
    const setting = await networkHelpers.loadFixture(firm);
    const { settlementRuns, certificates, pay, attest, receivable, root, amount, early } = setting;
    await pay(receivable, amount);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await expect(settlementRuns.settleWaiting(root, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesStillWaiting")
      .withArgs(root, 8n, 1n);
    await attest(early, { outcome: outcome.returned });
    await settlementRuns.settleWaiting(root, ref);
    const { link } = await certificates.positionOf(root);
    expect([link.value, link.held]).to.deep.equal([0n, 0n]);
    await expectConserved(setting);
  });

  it("gives back what was reserved for value that the early payment ended", async () => {
    const setting = await networkHelpers.loadFixture(firm);
    const { settlement, settlementRuns, certificates, pay, attest, receivable, root } = setting;
    const { amount, early, who } = setting;
    const settling = await pay(receivable, amount);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    const sent = attest(early);
    await expect(sent).to.emit(settlementRuns, "LegFreed").withArgs(1n, root, 300_000n, ref);
    await expect(sent)
      .to.emit(settlement, "UnmatchedPayment")
      .withArgs(1n, settling, who.bank.id, 300_000n, true, () => true, ref);
    await expectConserved(setting);
    await settlementRuns.settleWaiting(root, ref);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled, totals.waiting]).to.deep.equal([0n, amount, 0n]);
    expect(await settlementRuns.reconciliationOf(receivable)).to.deep.equal([
      700_000n,
      700_000n,
      0n,
    ]);
  });

  it("waits with its delivery while a run is open", async () => {
    const setting = await networkHelpers.loadFixture(firm);
    const { earlyPayments, settlementRuns, certificates, pay, attest, receivable } = setting;
    await pay(receivable, 500_000n);
    await expect(attest(setting.early))
      .to.emit(earlyPayments, "EarlyPaymentWaits")
      .withArgs(1n, ref);
    await expect(earlyPayments.deliver(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenRunOpen")
      .withArgs(receivable);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await expect(earlyPayments.deliver(1n, ref))
      .to.emit(settlementRuns, "LegFreed")
      .withArgs(1n, setting.root, 150_000n, ref);
    await settlementRuns.settleWaiting(setting.root, ref);
    await expectConserved(setting);
    expect((await certificates.totalsOf(receivable)).live).to.equal(350_000n);
  });

  it("counts as paid from the attestation on, so the overdue mark goes before the delivery", async () => {
    const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
    const { agree, attest, settlement, settlementRuns, earlyPayments, setFrozen, inDays } = setting;
    const { root, receivable, amount, dueDay, who } = setting;
    const early = await agree({ face: amount, paid: amount, expiresAt: await inDays(50) });
    const bank = settlement.connect(who.bank.account);
    await bank.acceptInstruction(early, await civilDay.today(), ref);
    await setFrozen(root, true);
    await civilDay.goTo(dueDay + 6n);
    await settlementRuns.markOverdue(receivable, ref);
    const sent = attest(early);
    await expect(sent).to.emit(earlyPayments, "EarlyPaymentWaits").withArgs(1n, ref);
    await expect(sent)
      .to.emit(settlementRuns, "OverdueCleared")
      .withArgs(receivable, who.obligor.id, ref);
  });

  it("leaves nothing held when offers stood beside it", async () => {
    const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
    const { agree, attest, settlement, settlementRuns, certificates, pay, inDays, who } = setting;
    const { root, receivable, amount, dueDay } = setting;
    const until = await inDays(60);
    const early = await agree({ face: 300_000n, paid: 290_000n, expiresAt: until });
    const bank = settlement.connect(who.bank.account);
    await bank.acceptInstruction(early, await civilDay.today(), ref);
    const holder = certificates.connect(who.tierOne.account);
    await holder.offer(root, who.tierTwo.id, 500_000n, until, id("trade"), ref);
    await civilDay.goTo(dueDay);
    await pay(receivable, amount);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await attest(early);
    await settlementRuns.settleWaiting(root, ref);
    const { link } = await certificates.positionOf(root);
    expect([link.value, link.held]).to.deep.equal([0n, 0n]);
    await certificates.expireOffer(1n, ref);
    expect((await certificates.positionOf(root)).link.held).to.equal(0n);
  });

  it("follows a part that is delivered to a financier", async () => {
    const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
    const { settlementRuns, certificates, factoring, pay, token, inDays, who } = setting;
    const { root, receivable, dueDay } = setting;
    const committer = await chain.ethers.getImpersonatedSigner(await factoring.getAddress());
    const holds = certificates.connect(committer) as typeof certificates;
    await holds.hold(root, who.tierOne.id, 400_000n, await inDays(60), ref);
    await holds.makeFirm(1n, ref);
    await civilDay.goTo(dueDay + 2n);
    await pay(receivable, 500_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await holds.commitHold(1n, who.financierA.id, 2n, 1n, ref, ref);
    const child = token(receivable, 2n);
    const leg = [1n, child, who.financierA.id, 200_000n, 200_000n, 0n, 0n, 200n, ref];
    await expect(settlementRuns.settleWaiting(child, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(...leg);
    await expect(settlementRuns.settleWaiting(root, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(1n, root, who.tierOne.id, 300_000n, 300_000n, 0n, 0n, 300n, ref);
    await expectConserved(setting);
  });
});

describe("Giving back reserved pay", () => {
  it("is a verb of the early payments alone", async () => {
    const { settlementRuns, root, who, stranger } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    for (const account of [stranger, who.operator.account, who.obligor.account]) {
      await expect(settlementRuns.connect(account).freeReserved(root, 1n, ref))
        .to.be.revertedWithCustomError(settlementRuns, "AccessManagedUnauthorized")
        .withArgs(account);
    }
  });
});

describe("A leg that the bank can't credit", () => {
  /** A run of 500,000 fen that settled the root and reserves pay for a frozen child. */
  async function settled() {
    const setting = await frozen();
    await setting.pay(setting.receivable, 500_000n);
    await setting.settlementRuns.settleBatch(setting.receivable, 1n, ref);
    const bank = setting.settlementRuns.connect(setting.who.bank.account);
    return { ...setting, bank };
  }

  it("stays settled and is owed by the bank, which says so once", async () => {
    const { bank, settlementRuns, liveValueOf, root, who } =
      await networkHelpers.loadFixture(settled);
    const before = await liveValueOf(root);
    await expect(bank.attestUndelivered(1n, root, id("statement"), ref))
      .to.emit(settlementRuns, "LegUndelivered")
      .withArgs(1n, root, who.bank.id, id("statement"), ref);
    expect(await liveValueOf(root)).to.equal(before);
    await expect(bank.attestUndelivered(1n, root, id("statement"), ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsAlreadyUndelivered")
      .withArgs(1n, root);
  });

  it("must be one that the run settled", async () => {
    const { bank, settlementRuns, receivable, root, child, token } =
      await networkHelpers.loadFixture(settled);
    const unknown = [
      [9n, root],
      [0n, root],
      [1n, token(receivable + 1n, 1n)],
      [1n, child],
    ] as const;
    for (const [run, leg] of unknown) {
      await expect(bank.attestUndelivered(run, leg, id("statement"), ref))
        .to.be.revertedWithCustomError(settlementRuns, "RunsLegUnknown")
        .withArgs(run, leg);
    }
    // Reached by now, and waiting.
    await settlementRuns.settleBatch(receivable, 1n, ref);
    await expect(bank.attestUndelivered(1n, child, id("statement"), ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsLegUnknown")
      .withArgs(1n, child);
  });

  it("must be a position that exists", async () => {
    const { bank, certificates, settlementRuns, receivable, token } =
      await networkHelpers.loadFixture(settled);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    const never = token(receivable, 50n);
    await expect(bank.attestUndelivered(1n, never, id("statement"), ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenUnknown")
      .withArgs(never);
  });

  it("is the word of the bank that attested the run's payment", async () => {
    const { settlementRuns, members, root, who, stranger } =
      await networkHelpers.loadFixture(settled);
    const its = (await members.memberOf(who.bank.id)).roles;
    await members
      .connect(who.operator.account)
      .setRoles(who.financierA.id, its, id("licence"), ref);
    await expect(
      settlementRuns
        .connect(who.financierA.account)
        .attestUndelivered(1n, root, id("statement"), ref),
    )
      .to.be.revertedWithCustomError(settlementRuns, "RunsNotBank")
      .withArgs(1n, who.financierA.id, who.bank.id);
    await expect(
      settlementRuns.connect(who.tierOne.account).attestUndelivered(1n, root, id("x"), ref),
    ).to.be.revertedWithCustomError(members, "MembersMissingRole");
    await expect(settlementRuns.connect(stranger).attestUndelivered(1n, root, id("x"), ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });
});
