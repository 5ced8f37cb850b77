import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";
import { suspensions } from "../../helpers/roles.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";
import { settlementFixture } from "../../helpers/settlementFixture.ts";

const { networkHelpers } = chain;
const { kind, leg, state } = settlementEnums;

/** On the due day, with one instruction of 600,000 fen that no bank has accepted. */
async function instructed() {
  const setting = await settlementFixture();
  await civilDay.goTo(setting.dueDay);
  const instruction = await setting.instruct(setting.receivable, 600_000n);
  const bank = setting.settlement.connect(setting.who.bank.account);
  return { ...setting, instruction, bank };
}

/** The settlement runs as a caller, and terms that they might have issued. */
async function asIssuer() {
  const setting = await settlementFixture();
  const { settlement, settlementRuns, who, cny, inDays, root } = setting;
  const issuer = await chain.ethers.getImpersonatedSigner(await settlementRuns.getAddress());
  const sound = {
    payer: who.obligor.id,
    payee: who.tierOne.id,
    bank: who.bank.id,
    amount: 100n,
    currency: cny,
    kind: kind.lateInterest,
    state: state.none,
    expiresAt: await inDays(1),
    subject: root,
    valueDay: 7n,
    issuer: who.tierOne.account,
    payerAccount: id("stated by the caller"),
    payeeAccount: id("stated by the caller"),
  };
  const legs = [
    { face: 0n, paid: 40n, kind: leg.interest },
    { face: 0n, paid: 60n, kind: leg.fee },
  ];
  return { ...setting, issuing: settlement.connect(issuer), sound, legs };
}

describe("Issuing a payment instruction", () => {
  it("numbers it, reads the accounts of the parties and says so in an event", async () => {
    const { issuing, settlementRuns, sound, legs, members } =
      await networkHelpers.loadFixture(asIssuer);
    await expect(issuing.issueInstruction(sound, legs, ref))
      .to.emit(issuing, "InstructionIssued")
      .withArgs(
        1n,
        sound.payer,
        sound.payee,
        (details: { payerAccount: string; state: bigint }) =>
          details.payerAccount === id("settlement account of obligor") &&
          details.state === state.issued,
        (given: { paid: bigint }[]) => given.length === 2 && given[1]?.paid === 60n,
        ref,
      );
    const stored = await issuing.instructionOf(1n);
    expect(stored.issuer).to.equal(await settlementRuns.getAddress());
    expect(stored.payeeAccount).to.equal(await members.settlementAccountOf(sound.payee));
    expect([stored.state, stored.valueDay, stored.amount]).to.deep.equal([state.issued, 0n, 100n]);
    expect(await issuing.instructionCount()).to.equal(1n);
  });

  it("is a verb of ledger contracts alone", async () => {
    const { settlement, sound, legs, who, stranger } = await networkHelpers.loadFixture(asIssuer);
    for (const account of [stranger, who.bank.account, who.operator.account]) {
      await expect(settlement.connect(account).issueInstruction(sound, legs, ref))
        .to.be.revertedWithCustomError(settlement, "AccessManagedUnauthorized")
        .withArgs(account);
    }
  });

  it("refuses an amount of zero and legs that add up to something else", async () => {
    const { issuing, sound, legs } = await networkHelpers.loadFixture(asIssuer);
    await expect(
      issuing.issueInstruction({ ...sound, amount: 0n }, legs, ref),
    ).to.be.revertedWithCustomError(issuing, "SettlementZeroAmount");
    await expect(issuing.issueInstruction({ ...sound, amount: 101n }, legs, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementLegsDiffer")
      .withArgs(101n, 100n);
  });

  it("doesn't let legs wrap around to the amount", async () => {
    const { issuing, sound } = await networkHelpers.loadFixture(asIssuer);
    const most = 2n ** 72n - 1n;
    const legs = [most, 101n].map((paid) => ({ face: 0n, paid, kind: leg.fee }));
    await expect(issuing.issueInstruction(sound, legs, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementLegsDiffer")
      .withArgs(100n, most + 101n);
  });

  it("takes one to eight legs", async () => {
    const { issuing, sound } = await networkHelpers.loadFixture(asIssuer);
    for (const count of [0, 9]) {
      const legs = Array.from({ length: count }, () => ({ face: 0n, paid: 0n, kind: leg.fee }));
      await expect(issuing.issueInstruction(sound, legs, ref))
        .to.be.revertedWithCustomError(issuing, "SettlementTooManyLegs")
        .withArgs(count, 8n);
    }
  });

  it("must say what it pays for, and only a settlement has no payee", async () => {
    const { issuing, sound, legs, who } = await networkHelpers.loadFixture(asIssuer);
    await expect(
      issuing.issueInstruction({ ...sound, kind: kind.none }, legs, ref),
    ).to.be.revertedWithCustomError(issuing, "SettlementKindMissing");
    await expect(issuing.issueInstruction({ ...sound, payee: 0n }, legs, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementPayee")
      .withArgs(kind.lateInterest, 0n);
    await expect(issuing.issueInstruction({ ...sound, kind: kind.settlement }, legs, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementPayee")
      .withArgs(kind.settlement, who.tierOne.id);
  });

  it("refuses a payer that pays itself", async () => {
    const { issuing, sound, legs } = await networkHelpers.loadFixture(asIssuer);
    await expect(issuing.issueInstruction({ ...sound, payee: sound.payer }, legs, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementSameParties")
      .withArgs(sound.payer);
  });

  it("refuses an expiry that has passed", async () => {
    const { issuing, sound, legs } = await networkHelpers.loadFixture(asIssuer);
    const now = BigInt(await networkHelpers.time.latest()) + 10n;
    await networkHelpers.time.setNextBlockTimestamp(now);
    await expect(issuing.issueInstruction({ ...sound, expiresAt: now - 1n }, legs, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementExpired")
      .withArgs(0n, now, now - 1n);
  });

  it("refuses a bank that is none, and one that is suspended", async () => {
    const { issuing, sound, legs, who, members } = await networkHelpers.loadFixture(asIssuer);
    await expect(
      issuing.issueInstruction({ ...sound, bank: who.financierA.id }, legs, ref),
    ).to.be.revertedWithCustomError(members, "MembersMissingRole");
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.bank.id, suspensions.licence, ZeroHash, ref);
    await expect(issuing.issueInstruction(sound, legs, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.bank.id, suspensions.licence);
  });

  it("can be withdrawn by its issuer until a bank accepts it", async () => {
    const { issuing, sound, legs, who } = await networkHelpers.loadFixture(asIssuer);
    await issuing.issueInstruction(sound, legs, ref);
    await issuing.issueInstruction(sound, legs, ref);
    await expect(issuing.withdrawInstruction(1n, ref))
      .to.emit(issuing, "InstructionEnded")
      .withArgs(1n, 0n, ref);
    await issuing.connect(who.bank.account).acceptInstruction(2n, await civilDay.today(), ref);
    await expect(issuing.withdrawInstruction(2n, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementWrongState")
      .withArgs(2n, state.accepted, state.issued);
  });

  it("belongs to the contract that issued it", async () => {
    const { issuing, sound, legs, earlyPayments, settlementRuns, stranger } =
      await networkHelpers.loadFixture(asIssuer);
    await issuing.issueInstruction(sound, legs, ref);
    const other = await chain.ethers.getImpersonatedSigner(await earlyPayments.getAddress());
    const wrong = [other, await settlementRuns.getAddress()] as const;
    for (const attempt of [
      issuing.connect(other).withdrawInstruction(1n, ref),
      issuing.connect(other).recordExcess(1n, 1n, ref),
    ]) {
      await expect(attempt)
        .to.be.revertedWithCustomError(issuing, "SettlementNotIssuer")
        .withArgs(1n, ...wrong);
    }
    for (const attempt of [
      issuing.connect(stranger).withdrawInstruction(1n, ref),
      issuing.connect(stranger).recordExcess(1n, 1n, ref),
    ]) {
      await expect(attempt)
        .to.be.revertedWithCustomError(issuing, "AccessManagedUnauthorized")
        .withArgs(stranger);
    }
  });

  it("has no excess before it is paid, and none of zero", async () => {
    const { issuing, sound, legs, attest } = await networkHelpers.loadFixture(asIssuer);
    const settling = { ...sound, kind: kind.settlement, payee: 0n, subject: 1n };
    await issuing.issueInstruction(settling, legs, ref);
    await expect(issuing.recordExcess(1n, 1n, ref))
      .to.be.revertedWithCustomError(issuing, "SettlementWrongState")
      .withArgs(1n, state.issued, state.paid);
    await attest(1n);
    await expect(issuing.recordExcess(1n, 0n, ref)).to.be.revertedWithCustomError(
      issuing,
      "SettlementZeroAmount",
    );
  });
});

describe("Accepting a payment instruction", () => {
  it("is the named bank's, and fixes the day on which it means to pay", async () => {
    const { bank, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    await expect(bank.acceptInstruction(instruction, dueDay + 2n, ref))
      .to.emit(bank, "InstructionAccepted")
      .withArgs(instruction, dueDay + 2n, ref);
    const { state: now, valueDay } = await bank.instructionOf(instruction);
    expect([now, valueDay]).to.deep.equal([state.accepted, dueDay + 2n]);
  });

  it("is refused to another bank, to another member and to a stranger", async () => {
    const { settlement, members, instruction, who, dueDay, stranger } =
      await networkHelpers.loadFixture(instructed);
    const operator = members.connect(who.operator.account);
    const its = (await members.memberOf(who.bank.id)).roles;
    await operator.setRoles(who.financierA.id, its, id("licence"), ref);
    const attempt = (account: typeof stranger) =>
      settlement.connect(account).acceptInstruction(instruction, dueDay, ref);
    await expect(attempt(who.financierA.account))
      .to.be.revertedWithCustomError(settlement, "SettlementNotBank")
      .withArgs(instruction, who.financierA.id, who.bank.id);
    await expect(attempt(who.obligor.account)).to.be.revertedWithCustomError(
      members,
      "MembersMissingRole",
    );
    await expect(attempt(stranger))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });

  it("is refused to a suspended bank", async () => {
    const { bank, members, instruction, who, dueDay } =
      await networkHelpers.loadFixture(instructed);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.bank.id, suspensions.sanctions, ZeroHash, ref);
    await expect(bank.acceptInstruction(instruction, dueDay, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.bank.id, suspensions.sanctions);
  });

  it("happens once", async () => {
    const { bank, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    await bank.acceptInstruction(instruction, dueDay, ref);
    await expect(bank.acceptInstruction(instruction, dueDay, ref))
      .to.be.revertedWithCustomError(bank, "SettlementWrongState")
      .withArgs(instruction, state.accepted, state.issued);
  });

  it("needs a value day from today to 31 days ahead", async () => {
    const { bank, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    await expect(bank.acceptInstruction(instruction, dueDay - 1n, ref))
      .to.be.revertedWithCustomError(bank, "SettlementValueDayPast")
      .withArgs(dueDay - 1n, dueDay);
    await expect(bank.acceptInstruction(instruction, dueDay + 32n, ref))
      .to.be.revertedWithCustomError(bank, "SettlementValueDayAhead")
      .withArgs(dueDay + 32n, dueDay + 31n);
    await bank.acceptInstruction(instruction, dueDay + 31n, ref);
  });

  it("is possible in the last second before expiry and not after", async () => {
    const { bank, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    const { expiresAt } = await bank.instructionOf(instruction);
    await networkHelpers.time.increaseTo(expiresAt);
    await expect(bank.acceptInstruction(instruction, dueDay + 1n, ref))
      .to.be.revertedWithCustomError(bank, "SettlementExpired")
      .withArgs(instruction, expiresAt + 1n, expiresAt);
  });

  it("is refused for an instruction that doesn't exist", async () => {
    const { bank, dueDay } = await networkHelpers.loadFixture(instructed);
    for (const unknown of [0n, 2n]) {
      await expect(bank.acceptInstruction(unknown, dueDay, ref))
        .to.be.revertedWithCustomError(bank, "SettlementUnknown")
        .withArgs(unknown);
      await expect(bank.instructionOf(unknown))
        .to.be.revertedWithCustomError(bank, "SettlementUnknown")
        .withArgs(unknown);
    }
  });
});

describe("The end of a payment instruction without outcome", () => {
  it("comes by anyone after the expiry, if no bank accepted it", async () => {
    const { settlement, instruction } = await networkHelpers.loadFixture(instructed);
    const { expiresAt } = await settlement.instructionOf(instruction);
    await networkHelpers.time.setNextBlockTimestamp(expiresAt);
    await expect(settlement.expireInstruction(instruction, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementNotExpired")
      .withArgs(instruction, expiresAt, expiresAt);
    await networkHelpers.time.increaseTo(expiresAt + 1n);
    await expect(settlement.expireInstruction(instruction, ref))
      .to.emit(settlement, "InstructionExpired")
      .withArgs(instruction, ref);
    expect((await settlement.instructionOf(instruction)).state).to.equal(state.expired);
    await expect(settlement.expireInstruction(instruction, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementWrongState")
      .withArgs(instruction, state.expired, state.issued);
  });

  it("never comes by expiry once a bank accepted it", async () => {
    const { bank, settlement, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    await bank.acceptInstruction(instruction, dueDay, ref);
    await civilDay.goTo(dueDay + 40n);
    await expect(settlement.expireInstruction(instruction, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementWrongState")
      .withArgs(instruction, state.accepted, state.issued);
  });

  it("comes by a legal account from 5 days after the value day on", async () => {
    const { bank, settlement, members, instruction, dueDay, who } =
      await networkHelpers.loadFixture(instructed);
    const legal = settlement.connect(who.legal.account);
    await expect(legal.endInstruction(instruction, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementWrongState")
      .withArgs(instruction, state.issued, state.accepted);
    await bank.acceptInstruction(instruction, dueDay + 1n, ref);
    await civilDay.goTo(dueDay + 5n);
    await expect(legal.endInstruction(instruction, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementTooEarly")
      .withArgs(instruction, dueDay + 5n, dueDay + 6n);
    await civilDay.goTo(dueDay + 6n);
    await members
      .connect(who.operator.account)
      .setSuspensions(who.legal.id, suspensions.regulatory, ZeroHash, ref);
    await expect(legal.endInstruction(instruction, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.legal.id, suspensions.regulatory);
    await members.connect(who.operator.account).setSuspensions(who.legal.id, 0n, ZeroHash, ref);
    await expect(legal.endInstruction(instruction, ref))
      .to.emit(settlement, "InstructionEnded")
      .withArgs(instruction, who.legal.id, ref);
    expect((await settlement.instructionOf(instruction)).state).to.equal(state.ended);
  });

  it("comes by payer and payee together, each once", async () => {
    const { issuing, sound, legs, who, settlement, stranger, members } =
      await networkHelpers.loadFixture(asIssuer);
    await issuing.issueInstruction(sound, legs, ref);
    const today = await civilDay.today();
    await settlement.connect(who.bank.account).acceptInstruction(1n, today, ref);
    await civilDay.goTo(today + 5n);
    const payer = settlement.connect(who.obligor.account);
    for (let time = 0; time < 2; time += 1) {
      await expect(payer.endInstruction(1n, ref))
        .to.emit(settlement, "InstructionEndProposed")
        .withArgs(1n, who.obligor.id, ref);
    }
    await expect(settlement.connect(who.tierTwo.account).endInstruction(1n, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementNotParty")
      .withArgs(1n, who.tierTwo.id);
    await expect(settlement.connect(stranger).endInstruction(1n, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
    expect((await settlement.instructionOf(1n)).state).to.equal(state.accepted);
  });
});
