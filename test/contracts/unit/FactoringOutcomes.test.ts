import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { face, factoringFixture } from "../../helpers/factoringFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, takeSnapshot, time } = chain.networkHelpers;
const state = { accepted: 1n, instructed: 2n, delivered: 3n, waiting: 4n, failed: 5n };
const paymentState = { issued: 1n, accepted: 2n, paid: 3n, returned: 4n, expired: 5n, ended: 6n };

type Fixture = Awaited<ReturnType<typeof factoringFixture>>;

/** All that a financing could have changed for its parties. */
async function picture({ creditCertificates, receivables, factoring, token, terms, who }: Fixture) {
  const { link } = await creditCertificates.positionOf(token);
  return {
    position: [link.owner, link.value, link.held, link.tier, link.flags],
    slot: [...(await creditCertificates.slotInfo(1n))],
    totals: [...(await creditCertificates.totalsOf(1n))],
    receivable: [...(await receivables.receivableOf(1n))],
    recourse: [...(await factoring.recourseOf(token))],
    limit: [...(await receivables.limitOf(who.obligor.id, terms.currency))],
  };
}

describe("A financing that comes to nothing leaves everything as it was:", () => {
  /** Ends financing 1, whose quote puts interest on the obligor too, in one of the ways there are. */
  const endings: readonly [string, (f: Fixture) => Promise<unknown>][] = [
    [
      "the financier refuses",
      async ({ factoring, who }) => factoring.connect(who.financierA.account).refuse(1n, ref),
    ],
    [
      "it isn't registered in time, as anyone may say",
      async ({ factoring, quote, stranger }) => {
        await time.increaseTo(quote().registerBy);
        return factoring.connect(stranger).expireFinancing(1n, ref);
      },
    ],
    [
      "the bank returns the payment unaccepted",
      async ({ register, attest }) => {
        await register(1n);
        return attest(1n, 2n);
      },
    ],
    [
      "the bank accepts the payment and returns it",
      async ({ register, bankAccepts, attest }) => {
        await register(1n);
        await bankAccepts(1n);
        return attest(1n, 2n);
      },
    ],
    [
      "no bank accepts the payment in time",
      async ({ register, settlement, quote, stranger }) => {
        await register(1n);
        await time.increaseTo(quote().payBy);
        return settlement.connect(stranger).expireInstruction(1n, ref);
      },
    ],
    [
      "payer and payee end a payment that has no outcome",
      async ({ register, bankAccepts, settlement, who }) => {
        await register(1n);
        await bankAccepts(1n);
        await time.increase(7 * 86_400);
        await settlement.connect(who.financierA.account).endInstruction(1n, ref);
        return settlement.connect(who.tierOne.account).endInstruction(1n, ref);
      },
    ],
  ];
  for (const [what, end] of endings) {
    it(what, async () => {
      const fixture = await loadFixture(factoringFixture);
      const { factoring, settlement, creditCertificates, quote, accept, token } = fixture;
      const before = await picture(fixture);
      await accept(quote({ obligorInterest: 6_000n, recourse: true, claim: 1n }));
      expect(await picture(fixture)).to.not.deep.equal(before);
      await expect(end(fixture)).to.emit(factoring, "FinancingFailed").withArgs(1n, ref);
      expect(await picture(fixture)).to.deep.equal(before);
      expect((await factoring.financingOf(1n)).state).to.equal(state.failed);
      await expect(creditCertificates.positionOf(token + 1n)).to.be.revertedWithCustomError(
        creditCertificates,
        "SplitTokenUnknown",
      );
      // The obligor isn't asked for interest on a financing that isn't.
      if ((await settlement.instructionCount()) === 2n)
        expect((await settlement.instructionOf(2n)).state).to.equal(paymentState.ended);
    });
  }

  it("an interest payment that the bank accepted already goes its own way", async () => {
    const { factoring, settlement, quote, accept, register, bankAccepts, attest } =
      await loadFixture(factoringFixture);
    await accept(quote({ obligorInterest: 6_000n }));
    await register(1n);
    await bankAccepts(2n);
    await attest(1n, 2n);
    expect((await factoring.financingOf(1n)).state).to.equal(state.failed);
    expect((await settlement.instructionOf(2n)).state).to.equal(paymentState.accepted);
    await attest(2n, 1n);
    expect((await settlement.instructionOf(2n)).state).to.equal(paymentState.paid);
  });

  it("it may be expired neither early nor once it is registered nor twice", async () => {
    const { factoring, quote, accept, register, stranger } = await loadFixture(factoringFixture);
    await accept(quote());
    await accept(quote({ nonce: 8n, value: 400_000n, principal: 385_000n }));
    const anyone = factoring.connect(stranger);
    const { registerBy } = quote();
    await expect(anyone.expireFinancing(1n, ref))
      .to.be.revertedWithCustomError(factoring, "FactoringRegisterByNotPassed")
      .withArgs(1n, (now: bigint) => now <= registerBy, registerBy);
    await register(1n);
    await time.increaseTo(registerBy);
    await expect(anyone.expireFinancing(1n, ref))
      .to.be.revertedWithCustomError(factoring, "FactoringWrongState")
      .withArgs(1n, state.instructed, state.accepted);
    await anyone.expireFinancing(2n, ref);
    await expect(anyone.expireFinancing(2n, ref))
      .to.be.revertedWithCustomError(factoring, "FactoringWrongState")
      .withArgs(2n, state.failed, state.accepted);
  });
});

describe("A financing meets", () => {
  /** The obligor pays `amount` on the due day, which ends circulation. */
  async function settle(
    { settlementRuns, settlement, attest, today, who }: Fixture,
    amount: bigint,
  ) {
    const end = (today + 31n) * 86_400n - 28_800n - 1n;
    if (BigInt(await time.latest()) < end - 7_200n) await time.increaseTo(end - 7_200n);
    await settlementRuns
      .connect(who.obligor.account)
      .instructSettlement(1n, amount, who.bank.id, end + 30n * 86_400n, ref);
    await attest(await settlement.instructionCount(), 1n);
    await settlementRuns.settleBatch(1n, 10n, ref);
  }

  it("a freeze before payment: delivery waits, and anyone may deliver after release", async () => {
    const {
      factoring,
      creditCertificates,
      quote,
      accept,
      register,
      attest,
      freeze,
      token,
      who,
      stranger,
    } = await loadFixture(factoringFixture);
    await accept(quote());
    await register(1n);
    await freeze(token);
    await expect(attest(1n, 1n))
      .to.emit(factoring, "FinancingWaits")
      .withArgs(
        1n,
        creditCertificates.interface.encodeErrorResult("SplitTokenFrozen", [token]),
        ref,
      );
    expect((await factoring.financingOf(1n)).state).to.equal(state.waiting);
    expect((await creditCertificates.positionOf(token)).link.held).to.equal(600_000n);
    const anyone = factoring.connect(stranger);
    await expect(anyone.deliver(1n, ref))
      .to.be.revertedWithCustomError(creditCertificates, "SplitTokenFrozen")
      .withArgs(token);
    await freeze(token, false);
    await expect(anyone.deliver(1n, ref)).to.emit(factoring, "Financed");
    const { link } = await creditCertificates.positionOf(token + 1n);
    expect([link.owner, link.value]).to.deep.equal([who.financierA.id, 600_000n]);
    await expect(anyone.deliver(1n, ref))
      .to.be.revertedWithCustomError(factoring, "FactoringWrongState")
      .withArgs(1n, state.delivered, state.waiting);
  });

  it("a suspension of both parties midway: what the bank attests is delivered", async () => {
    const { factoring, members, quote, accept, register, attest, who } =
      await loadFixture(factoringFixture);
    await accept(quote());
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.financierA.id, 4n, id("reason"), ref);
    await register(1n);
    await operator.setSuspensions(who.tierOne.id, 16n, id("reason"), ref);
    await expect(attest(1n, 1n)).to.emit(factoring, "Financed");
  });

  it("the end of circulation unregistered: anyone ends it", async () => {
    const fixture = await loadFixture(factoringFixture);
    const { factoring, creditCertificates, quote, accept, token, stranger, today } = fixture;
    const end = (today + 31n) * 86_400n - 28_800n - 1n;
    await accept(quote({ registerBy: end, payBy: end }));
    await settle(fixture, face);
    expect((await creditCertificates.positionOf(token)).link.value).to.equal(0n);
    await factoring.connect(stranger).expireFinancing(1n, ref);
    const { link } = await creditCertificates.positionOf(token);
    expect([link.value, link.held]).to.deep.equal([0n, 0n]);
  });

  it("the end of circulation instructed but unaccepted: the bank can't accept, and it ends", async () => {
    const fixture = await loadFixture(factoringFixture);
    const { factoring, settlement, quote, accept, register, bankAccepts, attest, stranger, today } =
      fixture;
    const end = (today + 31n) * 86_400n - 28_800n - 1n;
    await accept(quote({ registerBy: end, payBy: end }));
    await register(1n);
    await settle(fixture, face);
    await expect(bankAccepts(1n))
      .to.be.revertedWithCustomError(settlement, "SettlementCutOff")
      .withArgs(1n);
    // Money that comes all the same is not lost: it is unmatched.
    await expect(attest(1n, 1n)).to.emit(settlement, "UnmatchedPayment");
    await settlement.connect(stranger).expireInstruction(1n, ref);
    expect((await factoring.financingOf(1n)).state).to.equal(state.failed);
  });

  it("a partial settlement while the bank has accepted: the financier gets its part of the pay", async () => {
    const fixture = await loadFixture(factoringFixture);
    const {
      factoring,
      creditCertificates,
      settlementRuns,
      quote,
      accept,
      register,
      bankAccepts,
      attest,
    } = fixture;
    const { token, today } = fixture;
    const end = (today + 31n) * 86_400n - 28_800n - 1n;
    await accept(quote({ registerBy: end, payBy: end }));
    await register(1n);
    await bankAccepts(1n);
    await settle(fixture, 500_000n);
    expect(await creditCertificates.waitingOf(token)).to.equal(500_000n);
    await expect(attest(1n, 1n)).to.emit(factoring, "Financed");
    const child = token + 1n;
    expect(await creditCertificates.waitingOf(child)).to.equal(300_000n);
    await settlementRuns.settleWaiting(child, ref);
    await settlementRuns.settleWaiting(token, ref);
    expect((await creditCertificates.positionOf(child)).link.value).to.equal(300_000n);
    expect((await creditCertificates.positionOf(token)).link.value).to.equal(200_000n);
  });

  it("an open run: delivery waits until it closes", async () => {
    const fixture = await loadFixture(factoringFixture);
    const { factoring, settlementRuns, settlement, creditCertificates, quote, accept, register } =
      fixture;
    const { bankAccepts, attest, today, who } = fixture;
    const end = (today + 31n) * 86_400n - 28_800n - 1n;
    await accept(quote({ registerBy: end, payBy: end }));
    await register(1n);
    await bankAccepts(1n);
    await time.increaseTo(end - 7_200n);
    await settlementRuns
      .connect(who.obligor.account)
      .instructSettlement(1n, 500_000n, who.bank.id, end, ref);
    await attest(await settlement.instructionCount(), 1n);
    await expect(attest(1n, 1n))
      .to.emit(factoring, "FinancingWaits")
      .withArgs(1n, creditCertificates.interface.encodeErrorResult("SplitTokenRunOpen", [1n]), ref);
    await settlementRuns.settleBatch(1n, 10n, ref);
    await expect(factoring.deliver(1n, ref)).to.emit(factoring, "Financed");
  });

  it("too little gas: then nothing is paid, and delivery never waits for it", async () => {
    const { factoring, settlement, quote, accept, register, attest, bankAccepts } =
      await loadFixture(factoringFixture);
    await accept(quote());
    await register(1n);
    await bankAccepts(1n);
    const before = await takeSnapshot();
    const used = (await (await attest(1n, 1n)).wait())?.gasUsed ?? 0n;
    const reasons = new Set<string>();
    for (let gas = used / 2n; gas < used + 40_000n; gas += 2_000n) {
      await before.restore();
      try {
        await attest(1n, 1n, { gasLimit: gas });
        expect((await factoring.financingOf(1n)).state, `with ${gas} gas`).to.equal(
          state.delivered,
        );
      } catch (error) {
        reasons.add(/FactoringOutOfGas/.test(String(error)) ? "FactoringOutOfGas" : "other");
        expect((await settlement.instructionOf(1n)).state).to.equal(paymentState.accepted);
      }
    }
    expect([...reasons]).to.include("FactoringOutOfGas");
  });
});
