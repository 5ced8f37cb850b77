import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";
import { settlementFixture } from "../../helpers/settlementFixture.ts";

const { networkHelpers } = chain;
const { state } = settlementEnums;

/** On the due day, with an unaccepted instruction of the whole receivable. */
async function instructed() {
  const setting = await settlementFixture();
  await civilDay.goTo(setting.dueDay);
  const instruction = await setting.instruct(setting.receivable, setting.amount);
  const bank = setting.settlement.connect(setting.who.bank.account);
  const payer = setting.settlement.connect(setting.who.obligor.account);
  return { ...setting, instruction, bank, payer };
}

/** Unmatched payment 1: 400,000 fen of the obligor's account that named no instruction. */
async function unmatched() {
  const setting = await instructed();
  await setting.attest(setting.instruction, { instruction: 0n, amount: 400_000n });
  return setting;
}

describe("A payment that fits no open instruction", () => {
  it("is recorded when it names none", async () => {
    const { bank, attestationOf, instruction, who } = await networkHelpers.loadFixture(instructed);
    const attestation = { ...(await attestationOf(instruction)), instruction: 0n, amount: 7n };
    await expect(bank.attest(attestation, ref))
      .to.emit(bank, "UnmatchedPayment")
      .withArgs(
        1n,
        0n,
        who.bank.id,
        7n,
        false,
        (a: { bankReference: string }) => a.bankReference === attestation.bankReference,
        ref,
      );
    const stored = await bank.unmatchedOf(1n);
    expect(stored.attestation.receiptDigest).to.equal(attestation.receiptDigest);
    expect([stored.excess, stored.matched]).to.deep.equal([false, false]);
    expect(await bank.unmatchedCount()).to.equal(1n);
    await expect(bank.attest(attestation, ref))
      .to.be.revertedWithCustomError(bank, "SettlementReferenceUsed")
      .withArgs(who.bank.id, attestation.bankReference, 0n);
  });

  it("is recorded when accounts or currency differ, or the instruction doesn't exist", async () => {
    const { bank, attest, instruction } = await networkHelpers.loadFixture(instructed);
    const changes = [
      { payerAccount: id("another account") },
      { payeeAccount: id("another account") },
      { currency: "0x555344" },
      { instruction: 99n },
    ];
    for (const change of changes) {
      const named = "instruction" in change ? change.instruction : instruction;
      await expect(attest(instruction, change))
        .to.emit(bank, "UnmatchedPayment")
        .withArgs(
          (await bank.unmatchedCount()) + 1n,
          named,
          (await bank.instructionOf(instruction)).bank,
          (await bank.instructionOf(instruction)).amount,
          false,
          () => true,
          ref,
        );
    }
    expect(await bank.unmatchedCount()).to.equal(4n);
    expect((await bank.instructionOf(instruction)).state).to.equal(state.issued);
  });

  it("is recorded when the instruction was paid, returned, expired or ended", async () => {
    const { bank, attest, instruct, receivable, instruction } =
      await networkHelpers.loadFixture(instructed);
    const { outcome } = settlementEnums;
    const returned = await instruct(receivable, 10n);
    const expired = await instruct(receivable, 10n);
    await attest(instruction);
    await attest(returned, { outcome: outcome.returned });
    await networkHelpers.time.increase(2 * 86_400);
    for (const late of [instruction, returned, expired]) {
      await expect(attest(late)).to.emit(bank, "UnmatchedPayment");
    }
    await bank.expireInstruction(expired, ref);
    await expect(attest(expired)).to.emit(bank, "UnmatchedPayment");
    expect(await bank.unmatchedCount()).to.equal(4n);
  });

  it("accepts any positive amount for a settlement", async () => {
    const { attest, settlementRuns, instruction, receivable } =
      await networkHelpers.loadFixture(instructed);
    await expect(attest(instruction, { amount: 1n })).to.emit(settlementRuns, "RunOpened");
    const [run, { paid }] = await settlementRuns.openRunOf(receivable);
    expect([run, paid]).to.deep.equal([1n, 1n]);
  });

  it("is unknown until it is recorded", async () => {
    const { bank, instruction } = await networkHelpers.loadFixture(instructed);
    for (const unknown of [0n, 1n]) {
      await expect(bank.unmatchedOf(unknown))
        .to.be.revertedWithCustomError(bank, "SettlementUnknownUnmatched")
        .withArgs(unknown);
      await expect(bank.matchPayment(unknown, instruction, ref))
        .to.be.revertedWithCustomError(bank, "SettlementUnknownUnmatched")
        .withArgs(unknown);
    }
  });
});

describe("Matching an unmatched payment", () => {
  it("takes bank and payer, in either order, and then pays the instruction", async () => {
    for (const first of ["bank", "payer"] as const) {
      const setting = await networkHelpers.loadFixture(unmatched);
      const { bank, instruction, settlementRuns, receivable, amount, dueDay, who } = setting;
      const second = first === "bank" ? "payer" : "bank";
      const by = first === "bank" ? who.bank.id : who.obligor.id;
      await expect(setting[first].matchPayment(1n, instruction, ref))
        .to.emit(bank, "PaymentMatchProposed")
        .withArgs(1n, instruction, by, ref);
      const sent = setting[second].matchPayment(1n, instruction, ref);
      await expect(sent).to.emit(bank, "PaymentMatched").withArgs(1n, instruction, ref);
      await expect(sent)
        .to.emit(bank, "InstructionPaid")
        .withArgs(instruction, (a: { instruction: bigint }) => a.instruction === instruction, ref);
      await expect(sent)
        .to.emit(settlementRuns, "RunOpened")
        .withArgs(1n, receivable, instruction, amount, 400_000n, dueDay, ref);
      expect((await bank.unmatchedOf(1n)).matched).to.equal(true);
      const { bankReference } = (await bank.unmatchedOf(1n)).attestation;
      expect(await bank.isReferenceUsed(who.bank.id, bankReference, instruction)).to.equal(true);
    }
  });

  it("doesn't happen by one party's word said twice", async () => {
    const { bank, instruction } = await networkHelpers.loadFixture(unmatched);
    await bank.matchPayment(1n, instruction, ref);
    await expect(bank.matchPayment(1n, instruction, ref)).not.to.emit(bank, "PaymentMatched");
    expect((await bank.unmatchedOf(1n)).matched).to.equal(false);
  });

  it("is no matter of anybody else", async () => {
    const { settlement, members, instruction, who, stranger } =
      await networkHelpers.loadFixture(unmatched);
    await expect(settlement.connect(who.tierOne.account).matchPayment(1n, instruction, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementNotParty")
      .withArgs(instruction, who.tierOne.id);
    await expect(settlement.connect(stranger).matchPayment(1n, instruction, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });

  it("happens once", async () => {
    const { bank, payer, instruction, instruct, receivable } =
      await networkHelpers.loadFixture(unmatched);
    const other = await instruct(receivable, 400_000n);
    await bank.matchPayment(1n, instruction, ref);
    await payer.matchPayment(1n, instruction, ref);
    await expect(bank.matchPayment(1n, other, ref))
      .to.be.revertedWithCustomError(bank, "SettlementAlreadyMatched")
      .withArgs(1n);
  });

  it("needs an instruction that is open", async () => {
    const { bank, attest, instruction } = await networkHelpers.loadFixture(unmatched);
    await attest(instruction);
    await expect(bank.matchPayment(1n, instruction, ref))
      .to.be.revertedWithCustomError(bank, "SettlementWrongState")
      .withArgs(instruction, state.paid, state.accepted);
    await expect(bank.matchPayment(1n, 9n, ref))
      .to.be.revertedWithCustomError(bank, "SettlementUnknown")
      .withArgs(9n);
  });

  it("needs an instruction that has not expired, unless a bank accepted it", async () => {
    const { bank, payer, instruct, receivable, instruction, dueDay } =
      await networkHelpers.loadFixture(unmatched);
    const accepted = await instruct(receivable, 1n);
    await bank.acceptInstruction(accepted, dueDay, ref);
    const { expiresAt } = await bank.instructionOf(instruction);
    await networkHelpers.time.increaseTo(expiresAt + 100n);
    await networkHelpers.time.setNextBlockTimestamp(expiresAt + 200n);
    await expect(bank.matchPayment(1n, instruction, ref))
      .to.be.revertedWithCustomError(bank, "SettlementExpired")
      .withArgs(instruction, expiresAt + 200n, expiresAt);
    await bank.matchPayment(1n, accepted, ref);
    await expect(payer.matchPayment(1n, accepted, ref)).to.emit(bank, "InstructionPaid");
  });

  it("needs the same payer's account and currency", async () => {
    const { bank, attest, instruction, amount } = await networkHelpers.loadFixture(instructed);
    await attest(instruction, { payerAccount: id("another account") });
    await attest(instruction, { currency: "0x555344" });
    for (const number of [1n, 2n]) {
      await expect(bank.matchPayment(number, instruction, ref))
        .to.be.revertedWithCustomError(bank, "SettlementMatchDiffers")
        .withArgs(number, instruction, amount, amount);
    }
  });

  it("may heal a payee's account that differed, under the reference used before", async () => {
    const { bank, payer, attest, instruction } = await networkHelpers.loadFixture(instructed);
    await attest(instruction, { payeeAccount: id("another account") });
    await bank.matchPayment(1n, instruction, ref);
    await expect(payer.matchPayment(1n, instruction, ref)).to.emit(bank, "InstructionPaid");
  });

  it("doesn't use a bank reference for an instruction twice", async () => {
    const { bank, payer, attest, instruct, receivable, instruction, who, nextReference } =
      await networkHelpers.loadFixture(instructed);
    const bankReference = nextReference();
    const other = await instruct(receivable, 10n);
    await attest(instruction, { instruction: 0n, bankReference });
    await attest(other, { bankReference, payeeAccount: id("another account") });
    await bank.matchPayment(1n, other, ref);
    await expect(payer.matchPayment(1n, other, ref))
      .to.be.revertedWithCustomError(bank, "SettlementReferenceUsed")
      .withArgs(who.bank.id, bankReference, other);
  });

  it("lends the excess of one settlement to the next receivable", async () => {
    const { bank, payer, pay, instruct, issue, settlementRuns, receivable, amount } =
      await networkHelpers.loadFixture(settlementFixture).then(async (setting) => {
        const second = await setting.issue(200_000n);
        await civilDay.goTo(setting.dueDay);
        const at = setting.settlement;
        return {
          ...setting,
          issue: second,
          bank: at.connect(setting.who.bank.account),
          payer: at.connect(setting.who.obligor.account),
        };
      });
    const first = await pay(receivable, amount + 200_000n);
    const unmatchedPayment = await bank.unmatchedOf(1n);
    expect([
      unmatchedPayment.excess,
      unmatchedPayment.attestation.amount,
      unmatchedPayment.attestation.instruction,
    ]).to.deep.equal([true, 200_000n, first]);
    const next = await instruct(issue.receivable, 200_000n);
    await bank.matchPayment(1n, next, ref);
    await payer.matchPayment(1n, next, ref);
    await settlementRuns.settleBatch(issue.receivable, 1n, ref);
    expect(await settlementRuns.reconciliationOf(issue.receivable)).to.deep.equal([
      200_000n,
      200_000n,
      0n,
    ]);
  });
});
