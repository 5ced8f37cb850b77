import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { face, factoringFixture } from "../../helpers/factoringFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, time } = chain.networkHelpers;
const financed = 2n;
const recourse = 4n;
const resaleCause = 2n;
const buyBackCause = 3n;
const state = { delivered: 3n, boughtBack: 6n };
const kind = { buyBack: 5n };

type Fixture = Awaited<ReturnType<typeof factoringFixture>>;

/** Tier one's 600,000 at financier A: with recourse for 580,000, or without. */
async function financedFor(buyBackPrice: bigint) {
  const fixture = await factoringFixture();
  const { quote, finance } = fixture;
  const { child } = await finance(quote({ recourse: true, claim: 580_000n, buyBackPrice }));
  return { ...fixture, child };
}
async function withRecourse() {
  return financedFor(0n);
}
async function withPrice() {
  return financedFor(590_000n);
}
async function withoutRecourse() {
  const fixture = await factoringFixture();
  const { child } = await fixture.finance(fixture.quote());
  return { ...fixture, child };
}

/** Financier B's quote to A for A's position. */
function resale({ quote, who }: Fixture, child: bigint) {
  return quote({
    token: child,
    financier: who.financierB.id,
    holder: who.financierA.id,
    principal: 599_000n,
    discount: 1_000n,
    fee: 0n,
    nonce: 1n,
  });
}

async function toDefault({ today }: Fixture) {
  // Grace is 5 days: the due day is today + 30, the default day today + 36.
  await time.increaseTo((today + 36n) * 86_400n - 28_800n);
}

async function settle(f: Fixture, amount: bigint) {
  const { settlementRuns, settlement, attest, who } = f;
  const later = (await time.latest()) + 86_400;
  await settlementRuns
    .connect(f.who.obligor.account)
    .instructSettlement(1n, amount, who.bank.id, later, ref);
  await attest(await settlement.instructionCount(), 1n);
  return settlementRuns.settleBatch(1n, 10n, ref);
}

async function requestBuyBack({ factoring, settlement, who }: Fixture, child: bigint) {
  const later = (await time.latest()) + 10 * 86_400;
  await factoring.connect(who.financierA.account).requestBuyBack(child, who.bank.id, later, ref);
  return settlement.instructionCount();
}

describe("A financed position", () => {
  it("is resold in parts when it has no recourse, keeping tier and flags", async () => {
    const f = await loadFixture(withoutRecourse);
    const { factoring, creditCertificates, register, attest, accept, child, who } = f;
    const part = { ...resale(f, child), value: 200_000n, principal: 199_000n };
    await accept(part, who.financierB, who.financierA);
    await register(2n, who.financierB);
    await expect(attest(2n, 1n))
      .to.emit(creditCertificates, "Passed")
      .withArgs(
        child + 1n,
        who.financierB.id,
        who.obligor.id,
        child,
        200_000n,
        resaleCause,
        (await factoring.financingOf(2n)).registryNumber,
        ref,
      );
    const { link } = await creditCertificates.positionOf(child + 1n);
    expect([link.owner, link.value, link.tier, link.flags]).to.deep.equal([
      who.financierB.id,
      200_000n,
      1n,
      financed,
    ]);
  });

  it("is resold whole with its recourse carried along: debtor, claim and price stay", async () => {
    const f = await loadFixture(withPrice);
    const { factoring, creditCertificates, finance, child, who } = f;
    const carried = {
      ...resale(f, child),
      recourse: true,
      claim: 580_000n,
      buyBackPrice: 590_000n,
    };
    const { child: next } = await finance(carried, who.financierB, who.financierA);
    const { link } = await creditCertificates.positionOf(next);
    expect([link.owner, link.value, link.flags]).to.deep.equal([
      who.financierB.id,
      600_000n,
      financed | recourse,
    ]);
    expect(await factoring.recourseOf(next)).to.deep.equal([
      who.tierOne.id,
      580_000n,
      590_000n,
      2n,
      false,
      0n,
    ]);
    expect((await factoring.recourseOf(child)).debtor).to.equal(0n);
  });

  it("neither loses nor gains nor changes recourse by a resale", async () => {
    const f = await loadFixture(withPrice);
    const { factoring, accept, child, who } = f;
    const carried = {
      ...resale(f, child),
      recourse: true,
      claim: 580_000n,
      buyBackPrice: 590_000n,
    };
    for (const changed of [
      resale(f, child),
      { ...carried, claim: 579_999n },
      { ...carried, buyBackPrice: 0n },
    ]) {
      await expect(accept(changed, who.financierB, who.financierA))
        .to.be.revertedWithCustomError(factoring, "FactoringRecourseDiffers")
        .withArgs(child);
    }
    const part = { ...carried, value: 599_999n, principal: 598_999n };
    await expect(accept(part, who.financierB, who.financierA))
      .to.be.revertedWithCustomError(factoring, "FactoringWholeOnly")
      .withArgs(child, 600_000n, 599_999n);
    const plain = await loadFixture(withoutRecourse);
    const added = { ...resale(plain, plain.child), recourse: true, claim: 1n };
    await expect(plain.accept(added, plain.who.financierB, plain.who.financierA))
      .to.be.revertedWithCustomError(plain.factoring, "FactoringRecourseDiffers")
      .withArgs(plain.child);
  });

  it("is not sold to its own recourse debtor, which buys back instead", async () => {
    const f = await loadFixture(withRecourse);
    const { members, factoring, accept, child, who } = f;
    await members.connect(who.operator.account).setRoles(who.tierOne.id, 6n, ref, ref);
    const circular = {
      ...resale(f, child),
      financier: who.tierOne.id,
      recourse: true,
      claim: 580_000n,
    };
    await expect(accept(circular, who.tierOne, who.financierA))
      .to.be.revertedWithCustomError(factoring, "FactoringCircularDebtor")
      .withArgs(who.tierOne.id);
  });

  it("puts no more interest on the obligor by a resale", async () => {
    const f = await loadFixture(withoutRecourse);
    const { factoring, accept, child, who } = f;
    const asking = { ...resale(f, child), obligorInterest: 1n };
    await expect(accept(asking, who.financierB, who.financierA))
      .to.be.revertedWithCustomError(factoring, "FactoringInterestShare")
      .withArgs(1n, 0n);
  });

  it("with recourse neither splits nor circulates", async () => {
    const { creditCertificates, members, child, who } = await loadFixture(withRecourse);
    await members.connect(who.operator.account).setRoles(who.financierA.id, 6n, ref, ref);
    const holder = creditCertificates.connect(who.financierA.account);
    await expect(holder.split(child, 1n, ref))
      .to.be.revertedWithCustomError(creditCertificates, "SplitTokenWholeOnly")
      .withArgs(child, 600_000n, 1n);
    const later = (await time.latest()) + 60;
    await expect(holder.offer(child, who.tierTwo.id, 600_000n, later, ref, ref))
      .to.be.revertedWithCustomError(creditCertificates, "SplitTokenFinanced")
      .withArgs(child);
  });
});

describe("A payment on a financed position", () => {
  it("is all the financier's without recourse (Civil Code art. 767)", async () => {
    const f = await loadFixture(withoutRecourse);
    await time.increaseTo((f.today + 30n) * 86_400n - 28_800n);
    await expect(settle(f, face))
      .to.emit(f.settlementRuns, "LegSettled")
      .withArgs(1n, f.child, f.who.financierA.id, 600_000n, 600_000n, 0n, 0n, 0n, ref);
  });

  it("is the financier's up to its claim and the debtor's above it (art. 766)", async () => {
    const f = await loadFixture(withRecourse);
    await time.increaseTo((f.today + 30n) * 86_400n - 28_800n);
    await expect(settle(f, face))
      .to.emit(f.factoring, "RecourseReduced")
      .withArgs(f.child, 580_000n, f.who.tierOne.id, 20_000n, 0n, ref)
      .and.to.emit(f.settlementRuns, "LegSettled")
      .withArgs(
        1n,
        f.child,
        f.who.financierA.id,
        600_000n,
        580_000n,
        f.who.tierOne.id,
        20_000n,
        0n,
        ref,
      );
  });

  it("reduces the claim payment by payment", async () => {
    const f = await loadFixture(withRecourse);
    await time.increaseTo((f.today + 30n) * 86_400n - 28_800n);
    await expect(settle(f, 900_000n))
      .to.emit(f.factoring, "RecourseReduced")
      .withArgs(f.child, 540_000n, f.who.tierOne.id, 0n, 40_000n, ref);
    expect((await f.factoring.recourseOf(f.child)).claim).to.equal(40_000n);
    await expect(settle(f, 100_000n))
      .to.emit(f.factoring, "RecourseReduced")
      .withArgs(f.child, 40_000n, f.who.tierOne.id, 20_000n, 0n, ref);
  });
});

describe("A buy-back", () => {
  it("gives the position back to the debtor at default, for the unpaid face", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, creditCertificates, settlement, attest, child, who } = f;
    await toDefault(f);
    const later = (await time.latest()) + 86_400;
    await expect(
      factoring.connect(who.financierA.account).requestBuyBack(child, who.bank.id, later, ref),
    )
      .to.emit(factoring, "BuyBackRequested")
      .withArgs(child, 2n, who.tierOne.id, 600_000n, ref);
    const i = await settlement.instructionOf(2n);
    expect([i.payer, i.payee, i.amount, i.kind, i.subject]).to.deep.equal([
      who.tierOne.id,
      who.financierA.id,
      600_000n,
      kind.buyBack,
      child,
    ]);
    await expect(attest(2n, 1n))
      .to.emit(factoring, "BoughtBack")
      .withArgs(child, child + 1n, who.tierOne.id, ref)
      .and.to.emit(creditCertificates, "Passed")
      .withArgs(
        child + 1n,
        who.tierOne.id,
        who.obligor.id,
        child,
        600_000n,
        buyBackCause,
        `0x${"0".repeat(64)}`,
        ref,
      );
    const { link } = await creditCertificates.positionOf(child + 1n);
    expect([link.owner, link.value, link.tier, link.flags]).to.deep.equal([
      who.tierOne.id,
      600_000n,
      1n,
      0n,
    ]);
    expect((await factoring.financingOf(1n)).state).to.equal(state.boughtBack);
    expect((await factoring.recourseOf(child)).debtor).to.equal(0n);
  });

  it("costs the quoted price less what the financier got", async () => {
    const f = await loadFixture(withPrice);
    await time.increaseTo((f.today + 30n) * 86_400n - 28_800n);
    await settle(f, 500_000n);
    await toDefault(f);
    const instruction = await requestBuyBack(f, f.child);
    expect((await f.settlement.instructionOf(instruction)).amount).to.equal(290_000n);
    await f.attest(instruction, 1n);
    expect((await f.creditCertificates.positionOf(f.child + 1n)).link.value).to.equal(300_000n);
  });

  it("reaches a suspended debtor", async () => {
    const f = await loadFixture(withRecourse);
    const { members, who, attest, factoring } = f;
    await members.connect(who.operator.account).setSuspensions(who.tierOne.id, 16n, ref, ref);
    await toDefault(f);
    await expect(attest(await requestBuyBack(f, f.child), 1n)).to.emit(factoring, "BoughtBack");
  });

  it("is asked for by the holder alone, at default alone, with recourse alone", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, token, child, today, who } = f;
    const later = (today + 60n) * 86_400n;
    const ask = (by: typeof who.bank, id: bigint) =>
      factoring.connect(by.account).requestBuyBack(id, who.bank.id, later, ref);
    await time.increaseTo((today + 36n) * 86_400n - 28_800n - 600n);
    await expect(ask(who.financierA, child))
      .to.be.revertedWithCustomError(factoring, "FactoringNotInDefault")
      .withArgs(child, today + 35n, today + 36n);
    await expect(ask(who.financierB, child))
      .to.be.revertedWithCustomError(factoring, "FactoringNotHolder")
      .withArgs(child, who.financierB.id, who.financierA.id);
    await expect(ask(who.tierOne, token))
      .to.be.revertedWithCustomError(factoring, "FactoringNoRecourse")
      .withArgs(token);
    await toDefault(f);
    await ask(who.financierA, child);
    await expect(ask(who.financierA, child))
      .to.be.revertedWithCustomError(factoring, "FactoringBuyBackRunning")
      .withArgs(child, 2n);
  });

  it("is not asked for while the position is being resold", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, accept, register, bankAccepts, child, who } = f;
    const carried = { ...resale(f, child), recourse: true, claim: 580_000n };
    await accept(carried, who.financierB, who.financierA);
    await register(2n, who.financierB);
    await bankAccepts(2n);
    await toDefault(f);
    await expect(requestBuyBack(f, child))
      .to.be.revertedWithCustomError(factoring, "FactoringTokenHeld")
      .withArgs(child, 600_000n);
  });

  it("is not asked for once the financier got its claim, or for pay that is reserved", async () => {
    const paid = await loadFixture(withRecourse);
    await time.increaseTo((paid.today + 30n) * 86_400n - 28_800n);
    await settle(paid, 970_000n);
    await toDefault(paid);
    await expect(requestBuyBack(paid, paid.child))
      .to.be.revertedWithCustomError(paid.factoring, "FactoringNothingOwed")
      .withArgs(paid.child);

    const frozen = await loadFixture(withRecourse);
    await frozen.freeze(frozen.child);
    await time.increaseTo((frozen.today + 30n) * 86_400n - 28_800n);
    await settle(frozen, face);
    await toDefault(frozen);
    await expect(requestBuyBack(frozen, frozen.child))
      .to.be.revertedWithCustomError(frozen.factoring, "FactoringNothingOwed")
      .withArgs(frozen.child);
  });

  it("that isn't paid leaves the position where it is, and may be asked for again", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, creditCertificates, attest, child, who } = f;
    await toDefault(f);
    await expect(attest(await requestBuyBack(f, child), 2n))
      .to.emit(factoring, "BuyBackFailed")
      .withArgs(child, ref);
    const { link } = await creditCertificates.positionOf(child);
    expect([link.owner, link.value, link.held]).to.deep.equal([who.financierA.id, 600_000n, 0n]);
    await expect(attest(await requestBuyBack(f, child), 1n)).to.emit(factoring, "BoughtBack");
  });

  it("paid while the position is frozen waits for its release", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, creditCertificates, attest, freeze, child, who } = f;
    await toDefault(f);
    const instruction = await requestBuyBack(f, child);
    await freeze(child);
    await expect(attest(instruction, 1n))
      .to.emit(factoring, "BuyBackWaits")
      .withArgs(
        child,
        creditCertificates.interface.encodeErrorResult("SplitTokenFrozen", [child]),
        ref,
      );
    expect((await factoring.recourseOf(child)).buyBackPaid).to.equal(true);
    await expect(factoring.deliver(1n, ref))
      .to.be.revertedWithCustomError(creditCertificates, "SplitTokenFrozen")
      .withArgs(child);
    await freeze(child, false);
    await expect(factoring.deliver(1n, ref)).to.emit(factoring, "BoughtBack");
    expect((await creditCertificates.positionOf(child + 1n)).link.owner).to.equal(who.tierOne.id);
  });

  it("once paid makes every later payment the debtor's, delivered or not", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, settlementRuns, attest, freeze, child, who } = f;
    await toDefault(f);
    const instruction = await requestBuyBack(f, child);
    await freeze(child);
    await attest(instruction, 1n);
    await settle(f, face);
    await freeze(child, false);
    await expect(settlementRuns.settleWaiting(child, ref))
      .to.emit(factoring, "RecourseReduced")
      .withArgs(child, 0n, who.tierOne.id, 600_000n, 580_000n, ref);
  });

  it("paid after a run paid the financier: what was too much is recorded as unmatched", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, settlement, creditCertificates, attest, child, who } = f;
    await toDefault(f);
    const instruction = await requestBuyBack(f, child);
    await settle(f, 500_000n);
    await expect(attest(instruction, 1n))
      .to.emit(factoring, "BoughtBack")
      .and.to.emit(settlement, "UnmatchedPayment");
    const { link } = await creditCertificates.positionOf(child + 1n);
    expect([link.owner, link.value]).to.deep.equal([who.tierOne.id, 300_000n]);
    expect((await settlement.unmatchedOf(1n)).attestation.amount).to.equal(300_000n);
  });

  it("paid after a run paid everything buys nothing: all of it is unmatched", async () => {
    const f = await loadFixture(withRecourse);
    const { factoring, settlement, attest, child } = f;
    await toDefault(f);
    const instruction = await requestBuyBack(f, child);
    await settle(f, face);
    await expect(attest(instruction, 1n)).to.emit(factoring, "BuyBackFailed").withArgs(child, ref);
    expect((await settlement.unmatchedOf(1n)).attestation.amount).to.equal(600_000n);
  });
});
