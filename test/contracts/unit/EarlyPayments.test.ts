import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { earlyPaymentFixture } from "../../helpers/earlyPaymentFixture.ts";
import { earlyPaymentTypes } from "../../helpers/earlyPaymentTypes.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";

const { networkHelpers } = chain;
const { kind, leg, outcome, state: instructionState } = settlementEnums;
const state = { none: 0n, agreed: 1n, waiting: 2n, settled: 3n, failed: 4n } as const;

/** 400,000 fen of the root are agreed to be paid at 390,000; no bank has accepted it. */
async function agreed() {
  const setting = await earlyPaymentFixture();
  const { settlement, certificates, agree, root, receivable, who } = setting;
  const before = {
    link: (await certificates.positionOf(root)).link,
    totals: await certificates.totalsOf(receivable),
  };
  const instruction = await agree();
  const bank = settlement.connect(who.bank.account);
  return { ...setting, bank, before, instruction };
}

type Agreed = Awaited<ReturnType<typeof agreed>>;

async function expectUntouched({ certificates, root, receivable, before }: Agreed): Promise<void> {
  expect((await certificates.positionOf(root)).link).to.deep.equal(before.link);
  expect(await certificates.totalsOf(receivable)).to.deep.equal(before.totals);
}

describe("Agreeing on an early payment", () => {
  it("holds the value and instructs principal and discount", async () => {
    const { earlyPayments, settlement, certificates, termsOf, sign, who, root } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const terms = await termsOf();
    const types = earlyPaymentTypes.agreement;
    const signatures = [
      await sign(types, terms, who.obligor),
      await sign(types, terms, who.tierOne),
    ] as const;
    const sent = earlyPayments.agree(terms, ...signatures, ref);
    await expect(sent)
      .to.emit(earlyPayments, "EarlyPaymentAgreed")
      .withArgs(
        1n,
        root,
        1n,
        1n,
        (given: { face: bigint; paid: bigint }) =>
          given.face === terms.face && given.paid === terms.paid,
        false,
        ref,
      );
    await expect(sent)
      .to.emit(settlement, "InstructionIssued")
      .withArgs(
        1n,
        who.obligor.id,
        who.tierOne.id,
        (i: { kind: bigint; amount: bigint }) =>
          i.kind === kind.earlyPayment && i.amount === 390_000n,
        (legs: { face: bigint; paid: bigint; kind: bigint }[]) =>
          legs.map((part) => `${part.face} ${part.paid} ${part.kind}`).join() ===
          `390000 390000 ${leg.principal},10000 0 ${leg.discount}`,
        ref,
      );
    expect((await certificates.positionOf(root)).link.held).to.equal(400_000n);
    expect(await earlyPayments.earlyPaymentOf(1n)).to.deep.equal([
      root,
      400_000n,
      390_000n,
      1n,
      1n,
      state.agreed,
    ]);
    expect(await earlyPayments.earlyPaymentCount()).to.equal(1n);
  });

  it("has one leg without a discount", async () => {
    const { settlement, earlyPayments, agree, attest } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const instruction = await agree({ paid: 400_000n });
    expect((await settlement.instructionOf(instruction)).amount).to.equal(400_000n);
    await expect(attest(instruction)).to.emit(earlyPayments, "EarlyPaymentSettled");
  });

  it("says so when the obligor is overdue elsewhere", async () => {
    const { earlyPayments, settlementRuns, issue, receivable, termsOf, sign, who, dueDay } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    await civilDay.goTo(dueDay - 3n);
    const other = await issue(900_000n);
    await civilDay.goTo(dueDay + 6n);
    await settlementRuns.markOverdue(receivable, ref);
    const terms = await termsOf({ token: other.root });
    const types = earlyPaymentTypes.agreement;
    const signatures = [
      await sign(types, terms, who.obligor),
      await sign(types, terms, who.tierOne),
    ] as const;
    await expect(earlyPayments.agree(terms, ...signatures, ref))
      .to.emit(earlyPayments, "EarlyPaymentAgreed")
      .withArgs(1n, other.root, 1n, 1n, () => true, true, ref);
  });
});

describe("An early payment", () => {
  it("ends the value in the transaction of the attestation", async () => {
    const { earlyPayments, certificates, receivables, bank, attest, instruction, ...rest } =
      await networkHelpers.loadFixture(agreed);
    const { receivable, root, amount } = rest;
    await bank.acceptInstruction(instruction, await civilDay.today(), ref);
    const sent = attest(instruction);
    await expect(sent)
      .to.emit(earlyPayments, "EarlyPaymentSettled")
      .withArgs(1n, root, 400_000n, 390_000n, ref);
    await expect(sent)
      .to.emit(receivables, "ReceivableReduced")
      .withArgs(receivable, 400_000n, ref);
    const { link } = await certificates.positionOf(root);
    expect([link.value, link.held]).to.deep.equal([amount - 400_000n, 0n]);
    const totals = await certificates.totalsOf(receivable);
    expect([totals.live, totals.settled]).to.deep.equal([amount - 400_000n, 400_000n]);
    expect((await earlyPayments.earlyPaymentOf(1n)).state).to.equal(state.settled);
  });

  it("discharges the receivable when it was all of it", async () => {
    const { earlyPayments, receivables, agree, attest, receivable, amount } =
      await networkHelpers.loadFixture(earlyPaymentFixture);
    const instruction = await agree({ face: amount, paid: 1n });
    await expect(attest(instruction))
      .to.emit(receivables, "ReceivableDischarged")
      .withArgs(receivable, ref);
    expect((await earlyPayments.earlyPaymentOf(1n)).state).to.equal(state.settled);
  });

  it("is unmatched when another amount is paid", async () => {
    const setting = await networkHelpers.loadFixture(agreed);
    const { bank, attest, instruction } = setting;
    await expect(attest(instruction, { amount: 389_999n })).to.emit(bank, "UnmatchedPayment");
    expect((await bank.instructionOf(instruction)).state).to.equal(instructionState.issued);
    const { held } = (await setting.certificates.positionOf(setting.root)).link;
    expect(held).to.equal(400_000n);
  });

  it("leaves everything as it was when it is returned, accepted or not", async () => {
    for (const accepts of [false, true]) {
      const setting = await networkHelpers.loadFixture(agreed);
      const { bank, earlyPayments, attest, instruction } = setting;
      if (accepts) await bank.acceptInstruction(instruction, await civilDay.today(), ref);
      await expect(attest(instruction, { outcome: outcome.returned }))
        .to.emit(earlyPayments, "EarlyPaymentFailed")
        .withArgs(1n, ref);
      expect((await earlyPayments.earlyPaymentOf(1n)).state).to.equal(state.failed);
      await expectUntouched(setting);
    }
  });

  it("leaves everything as it was when it expires", async () => {
    const setting = await networkHelpers.loadFixture(agreed);
    const { settlement, earlyPayments, instruction } = setting;
    await networkHelpers.time.increase(3 * 86_400);
    await expect(settlement.expireInstruction(instruction, ref))
      .to.emit(earlyPayments, "EarlyPaymentFailed")
      .withArgs(1n, ref);
    await expectUntouched(setting);
  });

  it("leaves everything as it was when payer and payee end it without an outcome", async () => {
    const setting = await networkHelpers.loadFixture(agreed);
    const { bank, settlement, instruction, who } = setting;
    const today = await civilDay.today();
    await bank.acceptInstruction(instruction, today, ref);
    await civilDay.goTo(today + 5n);
    await settlement.connect(who.obligor.account).endInstruction(instruction, ref);
    await settlement.connect(who.tierOne.account).endInstruction(instruction, ref);
    expect((await settlement.instructionOf(instruction)).state).to.equal(instructionState.ended);
    await expectUntouched(setting);
  });

  it("can't be accepted after the due day, and money that comes then is unmatched", async () => {
    const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
    const { settlement, agree, attest, inDays, who, dueDay } = setting;
    const instruction = await agree({ expiresAt: await inDays(100) });
    await civilDay.goTo(dueDay + 1n);
    await expect(
      settlement.connect(who.bank.account).acceptInstruction(instruction, dueDay + 1n, ref),
    )
      .to.be.revertedWithCustomError(settlement, "SettlementCutOff")
      .withArgs(instruction);
    await expect(attest(instruction)).to.emit(settlement, "UnmatchedPayment");
    await expect(
      settlement.connect(who.bank.account).matchPayment(1n, instruction, ref),
    ).to.be.revertedWithCustomError(settlement, "SettlementCutOff");
    await expect(settlement.expireInstruction(instruction, ref))
      .to.emit(settlement, "InstructionExpired")
      .withArgs(instruction, ref);
  });

  it("can't be accepted once a run opened on the due day", async () => {
    const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
    const { settlement, certificates, settlementRuns, agree, pay, inDays, ...rest } = setting;
    const { who, dueDay, receivable, root, amount } = rest;
    await civilDay.goTo(dueDay);
    const instruction = await agree({ expiresAt: await inDays(1) });
    await pay(receivable, amount - 1n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    await expect(settlement.connect(who.bank.account).acceptInstruction(instruction, dueDay, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementCutOff")
      .withArgs(instruction);
    await settlement.expireInstruction(instruction, ref);
    const { link } = await certificates.positionOf(root);
    expect([link.value, link.held]).to.deep.equal([1n, 0n]);
  });

  it("waits while the position is frozen, and is delivered after release", async () => {
    const setting = await networkHelpers.loadFixture(agreed);
    const { certificates, earlyPayments, attest, setFrozen, instruction, root, receivable } =
      setting;
    await setFrozen(root, true);
    await expect(attest(instruction)).to.emit(earlyPayments, "EarlyPaymentWaits").withArgs(1n, ref);
    expect((await earlyPayments.earlyPaymentOf(1n)).state).to.equal(state.waiting);
    expect(await earlyPayments.waitingFaceOf(receivable)).to.equal(400_000n);
    await expect(earlyPayments.deliver(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenFrozen")
      .withArgs(root);
    await setFrozen(root, false);
    await expect(earlyPayments.deliver(1n, ref))
      .to.emit(earlyPayments, "EarlyPaymentSettled")
      .withArgs(1n, root, 400_000n, 390_000n, ref);
    expect(await earlyPayments.waitingFaceOf(receivable)).to.equal(0n);
    await expect(earlyPayments.deliver(1n, ref))
      .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNothingWaits")
      .withArgs(1n, state.settled);
  });

  it("that is paid but waits makes nobody overdue", async () => {
    const setting = await networkHelpers.loadFixture(earlyPaymentFixture);
    const { settlementRuns, agree, attest, setFrozen, root, receivable, amount, dueDay } = setting;
    const instruction = await agree({ face: amount, paid: amount - 5n });
    await setFrozen(root, true);
    await attest(instruction);
    await civilDay.goTo(dueDay + 6n);
    expect(await settlementRuns.unpaidOf(receivable)).to.equal(0n);
    await expect(settlementRuns.markOverdue(receivable, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNotOverdue")
      .withArgs(receivable, dueDay + 6n, dueDay + 5n);
  });

  it("hears outcomes from the settlement contract alone", async () => {
    const { earlyPayments, who } = await networkHelpers.loadFixture(earlyPaymentFixture);
    const caller = earlyPayments.connect(who.bank.account);
    for (const attempt of [
      caller.onAccepted(1n, ref),
      caller.onPaid(1n, 5n, 5n, ref),
      caller.onFailed(1n, ref),
    ]) {
      await expect(attempt)
        .to.be.revertedWithCustomError(earlyPayments, "EarlyPaymentsNotIssuedHere")
        .withArgs(who.bank.account);
    }
  });
});
