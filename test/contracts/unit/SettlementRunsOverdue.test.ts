import { expect } from "chai";
import { id } from "ethers";
import { lateInterest } from "../../../sdk/settlement/lateInterest.ts";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";
import { suspensions } from "../../helpers/roles.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";
import { settlementFixture } from "../../helpers/settlementFixture.ts";

const { networkHelpers } = chain;
const { kind, leg, outcome } = settlementEnums;

/** Six days after the due day: the grace of five is over. */
async function late() {
  const setting = await settlementFixture();
  await civilDay.goTo(setting.dueDay + 6n);
  return setting;
}

/** Late by six days and marked overdue. */
async function marked() {
  const setting = await late();
  await setting.settlementRuns.markOverdue(setting.receivable, ref);
  return setting;
}

/** Late by ten days: 700,000 fen at tier one and 300,000 at tier two were paid, with 0.5 % of interest owed. */
async function paidLate() {
  const setting = await settlementFixture();
  const { pass, root, who, pay, receivable, amount, dueDay, settlementRuns } = setting;
  const child = await pass(root, who.tierTwo.id, 300_000n);
  await civilDay.goTo(dueDay + 10n);
  await pay(receivable, amount);
  await settlementRuns.settleBatch(receivable, 9n, ref);
  return { ...setting, child };
}

describe("An overdue mark", () => {
  it("is made by anyone once the grace period is over and not before", async () => {
    const { settlementRuns, members, receivable, dueDay, who, amount, stranger } =
      await networkHelpers.loadFixture(settlementFixture);
    expect(await settlementRuns.defaultDayOf(receivable)).to.equal(dueDay + 6n);
    await civilDay.goTo(dueDay + 5n);
    await expect(settlementRuns.connect(stranger).markOverdue(receivable, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNotOverdue")
      .withArgs(receivable, dueDay + 5n, dueDay + 5n);
    await civilDay.goTo(dueDay + 6n);
    await expect(settlementRuns.connect(stranger).markOverdue(receivable, ref))
      .to.emit(settlementRuns, "OverdueMarked")
      .withArgs(receivable, who.obligor.id, amount, dueDay + 6n, ref);
    expect(await settlementRuns.isOverdue(receivable)).to.equal(true);
    const { suspensions: bits, overdue } = await members.memberOf(who.obligor.id);
    expect([bits, overdue]).to.deep.equal([suspensions.overdue, 1n]);
  });

  it("is made once", async () => {
    const { settlementRuns, receivable } = await networkHelpers.loadFixture(marked);
    await expect(settlementRuns.markOverdue(receivable, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsAlreadyOverdue")
      .withArgs(receivable);
  });

  it("isn't made for what a bank has attested, whether a batch distributed it or not", async () => {
    const { settlementRuns, pay, receivable, amount, dueDay } =
      await networkHelpers.loadFixture(late);
    await pay(receivable, amount - 10n);
    await pay(receivable, 10n);
    expect(await settlementRuns.unpaidOf(receivable)).to.equal(0n);
    await expect(settlementRuns.markOverdue(receivable, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNotOverdue")
      .withArgs(receivable, dueDay + 6n, dueDay + 5n);
  });

  it("is made for the rest of a partial payment", async () => {
    const { settlementRuns, pay, receivable, amount, who, dueDay } =
      await networkHelpers.loadFixture(late);
    await pay(receivable, amount - 10n);
    await expect(settlementRuns.markOverdue(receivable, ref))
      .to.emit(settlementRuns, "OverdueMarked")
      .withArgs(receivable, who.obligor.id, 10n, dueDay + 6n, ref);
  });

  it("stops new issue only, not the circulation of what the obligor's other receivables became", async () => {
    const { issue, certificates, members, who, settlementRuns, receivable, dueDay, instruct } =
      await networkHelpers.loadFixture(settlementFixture);
    await civilDay.goTo(dueDay - 1n);
    const other = await issue(500_000n);
    await civilDay.goTo(dueDay + 6n);
    await settlementRuns.markOverdue(receivable, ref);
    await expect(issue()).to.be.revertedWithCustomError(members, "MembersSuspended");
    const holder = certificates.connect(who.tierOne.account);
    await holder.transfer(other.root, who.tierTwo.id, 10n, id("trade"), ref);
    await instruct(receivable, 10n);
  });

  it("clears in the attestation that pays the rest", async () => {
    const { settlementRuns, members, pay, instruct, attest, receivable, amount, who } =
      await networkHelpers.loadFixture(marked);
    await pay(receivable, 400_000n);
    await settlementRuns.settleBatch(receivable, 9n, ref);
    expect(await settlementRuns.isOverdue(receivable)).to.equal(true);
    const instruction = await instruct(receivable, amount - 400_000n);
    await expect(attest(instruction))
      .to.emit(settlementRuns, "OverdueCleared")
      .withArgs(receivable, who.obligor.id, ref);
    expect(await settlementRuns.isOverdue(receivable)).to.equal(false);
    expect((await members.memberOf(who.obligor.id)).suspensions).to.equal(0n);
  });

  it("is counted per receivable", async () => {
    const { settlementRuns, members, issue, pay, receivable, amount, who } =
      await networkHelpers.loadFixture(settlementFixture);
    const other = await issue(5n);
    await civilDay.goTo(other.dueDay + 6n);
    await settlementRuns.markOverdue(receivable, ref);
    await settlementRuns.markOverdue(other.receivable, ref);
    await pay(receivable, amount);
    const half = await members.memberOf(who.obligor.id);
    expect([half.overdue, half.suspensions]).to.deep.equal([1n, suspensions.overdue]);
    await pay(other.receivable, 5n);
    const none = await members.memberOf(who.obligor.id);
    expect([none.overdue, none.suspensions]).to.deep.equal([0n, 0n]);
  });

  it("leaves other reasons of suspension alone", async () => {
    const { members, pay, receivable, amount, who } = await networkHelpers.loadFixture(marked);
    await members
      .connect(who.operator.account)
      .setSuspensions(who.obligor.id, suspensions.contract, id("reason"), ref);
    await pay(receivable, amount);
    expect((await members.memberOf(who.obligor.id)).suspensions).to.equal(suspensions.contract);
  });

  it("can be cleared by hand only when there is one and nothing is unpaid", async () => {
    const { settlementRuns, receivable, amount } = await networkHelpers.loadFixture(late);
    await expect(settlementRuns.clearIfPaid(receivable, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNotMarked")
      .withArgs(receivable);
    await settlementRuns.markOverdue(receivable, ref);
    await expect(settlementRuns.clearIfPaid(receivable, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsStillUnpaid")
      .withArgs(receivable, amount);
  });
});

describe("Late interest", () => {
  it("is 5 basis points a day on each leg, from the day after the due day to the value date", async () => {
    const { settlementRuns, child, who, root, dueDay } = await networkHelpers.loadFixture(paidLate);
    const expected = (pay: bigint) =>
      lateInterest({ pay, dueDay: Number(dueDay), valueDay: Number(dueDay + 10n) });
    expect(expected(700_000n)).to.equal(3_500n);
    expect(await settlementRuns.lateInterestOf(root)).to.deep.equal([
      who.tierOne.id,
      expected(700_000n),
      0n,
    ]);
    expect(await settlementRuns.lateInterestOf(child)).to.deep.equal([
      who.tierTwo.id,
      expected(300_000n),
      0n,
    ]);
  });

  it("is announced in the leg's event", async () => {
    const { settlementRuns, pay, receivable, root, who, amount, dueDay } =
      await networkHelpers.loadFixture(late);
    await pay(receivable, amount, { valueDay: dueDay + 1n });
    await expect(settlementRuns.settleBatch(receivable, 1n, ref))
      .to.emit(settlementRuns, "LegSettled")
      .withArgs(1n, root, who.tierOne.id, amount, amount, 0n, 0n, 500n, ref);
  });

  it("isn't owed when the value date is the due day, however late the attestation", async () => {
    const { settlementRuns, pay, receivable, root, amount, dueDay } =
      await networkHelpers.loadFixture(late);
    await pay(receivable, amount, { valueDay: dueDay });
    await settlementRuns.settleBatch(receivable, 1n, ref);
    expect(await settlementRuns.lateInterestOf(root)).to.deep.equal([0n, 0n, 0n]);
  });

  it("adds up over several late payments", async () => {
    const { settlementRuns, pay, receivable, root, dueDay } =
      await networkHelpers.loadFixture(late);
    await pay(receivable, 500_000n, { valueDay: dueDay + 2n });
    await settlementRuns.settleBatch(receivable, 1n, ref);
    await pay(receivable, 500_000n, { valueDay: dueDay + 4n });
    await settlementRuns.settleBatch(receivable, 1n, ref);
    expect((await settlementRuns.lateInterestOf(root)).owed).to.equal(500n + 1_000n);
  });

  it("is paid by an instruction of its own, with face 0", async () => {
    const { settlement, settlementRuns, attest, root, who, inDays } =
      await networkHelpers.loadFixture(paidLate);
    const payee = settlementRuns.connect(who.tierOne.account);
    const number = (await settlement.instructionCount()) + 1n;
    const sent = payee.instructLateInterest(root, who.bank.id, await inDays(2), ref);
    await expect(sent)
      .to.emit(settlementRuns, "LateInterestInstructed")
      .withArgs(root, number, 3_500n, ref);
    await expect(sent)
      .to.emit(settlement, "InstructionIssued")
      .withArgs(
        number,
        who.obligor.id,
        who.tierOne.id,
        (i: { kind: bigint; subject: bigint }) =>
          i.kind === kind.lateInterest && i.subject === root,
        (legs: { face: bigint; paid: bigint; kind: bigint }[]) =>
          legs[0]?.face === 0n && legs[0].paid === 3_500n && legs[0].kind === leg.interest,
        ref,
      );
    expect((await settlementRuns.lateInterestOf(root)).instructed).to.equal(3_500n);
    await expect(attest(number))
      .to.emit(settlementRuns, "LateInterestPaid")
      .withArgs(root, number, 3_500n, ref);
    expect(await settlementRuns.lateInterestOf(root)).to.deep.equal([who.tierOne.id, 0n, 0n]);
  });

  it("can be contested by its payee alone", async () => {
    const { settlement, settlementRuns, attest, root, who, inDays } =
      await networkHelpers.loadFixture(paidLate);
    await settlementRuns
      .connect(who.obligor.account)
      .instructLateInterest(root, who.bank.id, await inDays(2), ref);
    const number = await settlement.instructionCount();
    await attest(number);
    await expect(settlement.connect(who.tierTwo.account).contest(number, id("letter"), ref))
      .to.be.revertedWithCustomError(settlement, "SettlementNotParty")
      .withArgs(number, who.tierTwo.id);
    await expect(settlement.connect(who.tierOne.account).contest(number, id("letter"), ref))
      .to.emit(settlement, "AttestationContested")
      .withArgs(number, who.tierOne.id, id("letter"), ref);
  });

  it("is instructed once, and again after a return", async () => {
    const { settlement, settlementRuns, attest, root, who, inDays } =
      await networkHelpers.loadFixture(paidLate);
    const payee = settlementRuns.connect(who.tierOne.account);
    await payee.instructLateInterest(root, who.bank.id, await inDays(2), ref);
    await expect(payee.instructLateInterest(root, who.bank.id, await inDays(2), ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsNoLateInterest")
      .withArgs(root);
    await attest(await settlement.instructionCount(), { outcome: outcome.returned });
    expect(await settlementRuns.lateInterestOf(root)).to.deep.equal([who.tierOne.id, 3_500n, 0n]);
    await payee.instructLateInterest(root, who.bank.id, await inDays(2), ref);
  });

  it("is instructed again after payer and payee ended an instruction without outcome", async () => {
    const { settlement, settlementRuns, root, who, inDays } =
      await networkHelpers.loadFixture(paidLate);
    const payee = settlementRuns.connect(who.tierOne.account);
    await payee.instructLateInterest(root, who.bank.id, await inDays(2), ref);
    const number = await settlement.instructionCount();
    const today = await civilDay.today();
    await settlement.connect(who.bank.account).acceptInstruction(number, today, ref);
    await civilDay.goTo(today + 5n);
    await settlement.connect(who.tierOne.account).endInstruction(number, ref);
    await expect(settlement.connect(who.obligor.account).endInstruction(number, ref))
      .to.emit(settlement, "InstructionEnded")
      .withArgs(number, who.obligor.id, ref);
    expect((await settlementRuns.lateInterestOf(root)).instructed).to.equal(0n);
  });

  it("is instructed for 31 days at most, so that neither party can block the other's bank", async () => {
    const { settlementRuns, root, who } = await networkHelpers.loadFixture(paidLate);
    const now = BigInt(await networkHelpers.time.latest()) + 60n;
    await networkHelpers.time.setNextBlockTimestamp(now);
    const latest = now + 31n * 86_400n;
    const obligor = settlementRuns.connect(who.obligor.account);
    await expect(obligor.instructLateInterest(root, who.bank.id, latest + 1n, ref))
      .to.be.revertedWithCustomError(settlementRuns, "RunsExpiryAhead")
      .withArgs(latest + 1n, latest);
    await obligor.instructLateInterest(root, who.bank.id, latest, ref);
  });

  it("is a matter of obligor and payee", async () => {
    const { settlementRuns, members, root, who, inDays, stranger } =
      await networkHelpers.loadFixture(paidLate);
    const until = await inDays(2);
    await expect(
      settlementRuns
        .connect(who.tierTwo.account)
        .instructLateInterest(root, who.bank.id, until, ref),
    )
      .to.be.revertedWithCustomError(settlementRuns, "RunsNotParty")
      .withArgs(root, who.tierTwo.id);
    await expect(
      settlementRuns.connect(stranger).instructLateInterest(root, who.bank.id, until, ref),
    )
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });
});
