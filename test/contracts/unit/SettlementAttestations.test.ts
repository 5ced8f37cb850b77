import { expect } from "chai";
import { id, type TypedDataDomain, ZeroHash } from "ethers";
import { attestationTypes } from "../../helpers/attestationTypes.ts";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";
import { suspensions } from "../../helpers/roles.ts";
import { settlementEnums } from "../../helpers/settlementEnums.ts";
import { settlementFixture } from "../../helpers/settlementFixture.ts";

const { networkHelpers } = chain;
const { outcome, state } = settlementEnums;

/** On the due day, with an instruction of the whole receivable and what the bank would sign of it. */
async function instructed() {
  const setting = await settlementFixture();
  const { settlement, members, who, instruct, attestationOf } = setting;
  await civilDay.goTo(setting.dueDay);
  const instruction = await instruct(setting.receivable, setting.amount);
  const bank = settlement.connect(who.bank.account);
  const deadline = await setting.inDays(1);
  const epoch = await members.epochOf(who.bank.id);
  const domain: TypedDataDomain = {
    name: "Tallystick",
    version: "1",
    chainId: 73_571n,
    verifyingContract: await settlement.getAddress(),
  };
  /** The bank's attestation with its signature, by default as it should be. */
  const signed = async (
    changes: object = {},
    by = who.bank.account,
    on = domain,
    until = deadline,
  ) => {
    const attestation = await attestationOf(instruction, changes);
    const message = { ...attestation, deadline: until, epoch };
    return { attestation, signature: await by.signTypedData(on, attestationTypes, message) };
  };
  return { ...setting, bank, instruction, deadline, epoch, domain, signed };
}

describe("Attesting a payment", () => {
  it("marks the instruction paid and delivers in the same transaction", async () => {
    const { bank, settlementRuns, attestationOf, instruction, amount, receivable, dueDay } =
      await networkHelpers.loadFixture(instructed);
    await bank.acceptInstruction(instruction, dueDay, ref);
    const attestation = await attestationOf(instruction);
    const sent = bank.attest(attestation, ref);
    await expect(sent)
      .to.emit(bank, "InstructionPaid")
      .withArgs(
        instruction,
        (a: { bankReference: string }) => a.bankReference === attestation.bankReference,
        ref,
      );
    await expect(sent)
      .to.emit(settlementRuns, "RunOpened")
      .withArgs(1n, receivable, instruction, amount, amount, dueDay, ref);
    await expect(sent).not.to.emit(bank, "InstructionAccepted");
    expect((await bank.instructionOf(instruction)).state).to.equal(state.paid);
  });

  it("accepts an issued instruction in the same step", async () => {
    const { bank, attest, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    await expect(attest(instruction))
      .to.emit(bank, "InstructionAccepted")
      .withArgs(instruction, dueDay, ref);
    const { state: now, valueDay } = await bank.instructionOf(instruction);
    expect([now, valueDay]).to.deep.equal([state.paid, dueDay]);
  });

  it("takes the value day that the bank states, which may be past", async () => {
    const { settlementRuns, attest, instruction, dueDay } =
      await networkHelpers.loadFixture(instructed);
    await attest(instruction, { valueDay: dueDay - 3n });
    expect((await settlementRuns.runOf(1n)).valueDay).to.equal(dueDay - 3n);
  });

  it("refuses a value day that has not begun", async () => {
    const { bank, attest, instruction, dueDay } = await networkHelpers.loadFixture(instructed);
    await expect(attest(instruction, { valueDay: dueDay + 1n }))
      .to.be.revertedWithCustomError(bank, "SettlementValueDayAhead")
      .withArgs(dueDay + 1n, dueDay);
  });

  it("refuses an amount of zero and an outcome that says nothing", async () => {
    const { bank, attest, instruction } = await networkHelpers.loadFixture(instructed);
    await expect(attest(instruction, { amount: 0n })).to.be.revertedWithCustomError(
      bank,
      "SettlementZeroAmount",
    );
    await expect(attest(instruction, { outcome: outcome.none }))
      .to.be.revertedWithCustomError(bank, "SettlementOutcomeMissing")
      .withArgs(instruction);
  });

  it("is no verb of other members, nor of a bank in another one's name", async () => {
    const { settlement, attestationOf, instruction, members, who, stranger } =
      await networkHelpers.loadFixture(instructed);
    const attestation = await attestationOf(instruction);
    const its = (await members.memberOf(who.bank.id)).roles;
    await members
      .connect(who.operator.account)
      .setRoles(who.financierA.id, its, id("licence"), ref);
    const otherBank = settlement.connect(who.financierA.account);
    await expect(otherBank.attest(attestation, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementNotBank")
      .withArgs(instruction, who.financierA.id, who.bank.id);
    await expect(otherBank.attest({ ...attestation, bank: who.financierA.id }, ref))
      .to.be.revertedWithCustomError(settlement, "SettlementNotBank")
      .withArgs(instruction, who.financierA.id, who.bank.id);
    await expect(
      settlement.connect(who.obligor.account).attest(attestation, ref),
    ).to.be.revertedWithCustomError(members, "MembersMissingRole");
    await expect(settlement.connect(stranger).attest(attestation, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });

  it("counts once: the same bank reference is refused for the same instruction", async () => {
    const { bank, attestationOf, instruction, who } = await networkHelpers.loadFixture(instructed);
    const attestation = await attestationOf(instruction);
    const { bankReference } = attestation;
    expect(await bank.isReferenceUsed(who.bank.id, bankReference, instruction)).to.equal(false);
    await bank.attest(attestation, ref);
    expect(await bank.isReferenceUsed(who.bank.id, bankReference, instruction)).to.equal(true);
    await expect(bank.attest(attestation, ref))
      .to.be.revertedWithCustomError(bank, "SettlementReferenceUsed")
      .withArgs(who.bank.id, bankReference, instruction);
  });

  it("may use one bank reference for two instructions", async () => {
    const { bank, attest, instruct, instruction, receivable, nextReference } =
      await networkHelpers.loadFixture(instructed);
    const second = await instruct(receivable, 1n);
    const bankReference = nextReference();
    await attest(instruction, { bankReference });
    await expect(attest(second, { bankReference })).to.emit(bank, "InstructionPaid");
  });

  it("isn't stopped by a suspension of the bank", async () => {
    const { bank, attest, members, who, instruction, dueDay } =
      await networkHelpers.loadFixture(instructed);
    await bank.acceptInstruction(instruction, dueDay, ref);
    await members
      .connect(who.operator.account)
      .setSuspensions(who.bank.id, suspensions.licence, ZeroHash, ref);
    await expect(attest(instruction)).to.emit(bank, "InstructionPaid");
  });
});

describe("Attesting a return", () => {
  it("ends an accepted and an unaccepted instruction", async () => {
    const { bank, attest, instruct, instruction, receivable, dueDay } =
      await networkHelpers.loadFixture(instructed);
    const second = await instruct(receivable, 5n);
    await bank.acceptInstruction(instruction, dueDay, ref);
    for (const returned of [instruction, second]) {
      await expect(attest(returned, { outcome: outcome.returned })).to.emit(
        bank,
        "InstructionReturned",
      );
      expect((await bank.instructionOf(returned)).state).to.equal(state.returned);
    }
  });

  it("must state the instruction's own terms", async () => {
    const { bank, attest, instruction, amount } = await networkHelpers.loadFixture(instructed);
    const changes = [
      { amount: amount - 1n },
      { currency: "0x555344" },
      { payerAccount: id("another account") },
      { payeeAccount: id("another account") },
    ];
    for (const change of changes) {
      await expect(attest(instruction, { ...change, outcome: outcome.returned }))
        .to.be.revertedWithCustomError(bank, "SettlementReturnDiffers")
        .withArgs(instruction, "amount" in change ? change.amount : amount, amount);
    }
  });

  it("needs an instruction, and one without an outcome", async () => {
    const { bank, attest, attestationOf, instruction } =
      await networkHelpers.loadFixture(instructed);
    const unknown = { ...(await attestationOf(instruction)), outcome: outcome.returned };
    for (const named of [0n, 9n]) {
      await expect(bank.attest({ ...unknown, instruction: named }, ref))
        .to.be.revertedWithCustomError(bank, "SettlementUnknown")
        .withArgs(named);
    }
    await attest(instruction);
    await expect(attest(instruction, { outcome: outcome.returned }))
      .to.be.revertedWithCustomError(bank, "SettlementWrongState")
      .withArgs(instruction, state.paid, state.accepted);
  });
});

describe("An attestation that somebody else sends", () => {
  it("counts with the bank's signature", async () => {
    const { settlement, signed, who, deadline, epoch, stranger } =
      await networkHelpers.loadFixture(instructed);
    const { attestation, signature } = await signed();
    const relay = settlement.connect(stranger);
    await expect(
      relay.attestWithSignature(attestation, who.bank.account, deadline, epoch, signature, ref),
    ).to.emit(settlement, "InstructionPaid");
    await expect(
      relay.attestWithSignature(attestation, who.bank.account, deadline, epoch, signature, ref),
    )
      .to.be.revertedWithCustomError(settlement, "SettlementReferenceUsed")
      .withArgs(who.bank.id, attestation.bankReference, attestation.instruction);
  });

  it("signs every field", async () => {
    const { settlement, members, signed, who, deadline, epoch } =
      await networkHelpers.loadFixture(instructed);
    const { attestation, signature } = await signed();
    const other = id("something else");
    const changes = [
      { instruction: 0n },
      { outcome: outcome.returned },
      { payerAccount: other },
      { payeeAccount: other },
      { amount: attestation.amount - 1n },
      { currency: "0x555344" },
      { bankReference: other },
      { valueDay: attestation.valueDay - 1n },
      { receiptDigest: other },
    ];
    for (const change of changes) {
      await expect(
        settlement.attestWithSignature(
          { ...attestation, ...change },
          who.bank.account,
          deadline,
          epoch,
          signature,
          ref,
        ),
        Object.keys(change).join(),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    }
    await expect(
      settlement.attestWithSignature(
        attestation,
        who.bank.account,
        deadline + 1n,
        epoch,
        signature,
        ref,
      ),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });

  it("is refused when signed for another chain or another contract", async () => {
    const { settlement, members, signed, domain, who, deadline, epoch, certificates } =
      await networkHelpers.loadFixture(instructed);
    const elsewhere = [
      { ...domain, chainId: 1n },
      { ...domain, verifyingContract: await certificates.getAddress() },
      { ...domain, version: "2" },
    ];
    for (const on of elsewhere) {
      const { attestation, signature } = await signed({}, who.bank.account, on);
      await expect(
        settlement.attestWithSignature(
          attestation,
          who.bank.account,
          deadline,
          epoch,
          signature,
          ref,
        ),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    }
  });

  it("counts with what a bank's smart account signs by ERC-1271", async () => {
    const { settlement, members, signed, who, deadline, epoch, deployer, stranger } =
      await networkHelpers.loadFixture(instructed);
    const smart = await chain.ethers.deployContract("SmartAccount", [deployer.address]);
    await members.connect(who.bank.account).addAccount(smart, ref);
    await networkHelpers.time.increase(48 * 60 * 60);
    const late = deadline + 3n * 86_400n;
    const byOwner = await signed({}, deployer, undefined, late);
    const byStranger = await signed({}, stranger, undefined, late);
    await expect(
      settlement.attestWithSignature(
        byStranger.attestation,
        smart,
        late,
        epoch,
        byStranger.signature,
        ref,
      ),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    // Its money is unmatched, since the instruction expired meanwhile.
    await expect(
      settlement.attestWithSignature(
        byOwner.attestation,
        smart,
        late,
        epoch,
        byOwner.signature,
        ref,
      ),
    ).to.emit(settlement, "UnmatchedPayment");
  });

  it("is refused after its deadline", async () => {
    const { settlement, members, signed, who, deadline, epoch } =
      await networkHelpers.loadFixture(instructed);
    const { attestation, signature } = await signed();
    await networkHelpers.time.increaseTo(deadline);
    await expect(
      settlement.attestWithSignature(
        attestation,
        who.bank.account,
        deadline,
        epoch,
        signature,
        ref,
      ),
    )
      .to.be.revertedWithCustomError(members, "MembersSignatureExpired")
      .withArgs(deadline, deadline + 1n);
  });

  it("is refused when a member signs that is no bank, or not this one", async () => {
    const { settlement, members, signed, who, deadline, epoch } =
      await networkHelpers.loadFixture(instructed);
    const { attestation, signature } = await signed({}, who.obligor.account);
    const send = (named: object, account: { address: string }) =>
      settlement.attestWithSignature(
        { ...attestation, ...named },
        account.address,
        deadline,
        epoch,
        signature,
        ref,
      );
    await expect(send({}, who.obligor.account))
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(who.obligor.account, who.bank.id);
    await expect(send({}, who.bank.account)).to.be.revertedWithCustomError(
      members,
      "MembersSignatureInvalid",
    );
    await expect(send({ bank: who.obligor.id }, who.obligor.account)).to.be.revertedWithCustomError(
      members,
      "MembersMissingRole",
    );
  });

  it("is void once the account that signed is revoked, or any other of the bank's", async () => {
    const { settlement, members, signed, who, deadline, epoch, fresh } =
      await networkHelpers.loadFixture(instructed);
    const bank = members.connect(who.bank.account);
    await bank.addAccount(fresh, ref);
    await networkHelpers.time.increase(48 * 60 * 60);
    const { attestation, signature } = await signed();
    const late = deadline + 10n * 86_400n;
    await bank.revokeAccount(fresh, ref);
    await expect(
      settlement.attestWithSignature(attestation, who.bank.account, late, epoch, signature, ref),
    )
      .to.be.revertedWithCustomError(members, "MembersWrongEpoch")
      .withArgs(who.bank.id, epoch, epoch + 1n);
    await members.connect(who.operator.account).revokeAccount(who.bank.account, ref);
    await expect(
      settlement.attestWithSignature(
        attestation,
        who.bank.account,
        late,
        epoch + 2n,
        signature,
        ref,
      ),
    )
      .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
      .withArgs(who.bank.account, who.bank.id);
    await expect(settlement.connect(who.bank.account).attest(attestation, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(who.bank.account);
  });
});

describe("Contesting an attestation", () => {
  it("changes nothing and says who contests", async () => {
    const { settlement, attest, instruction, who } = await networkHelpers.loadFixture(instructed);
    await attest(instruction);
    // A settlement has no single payee, so every member may, and the event names it.
    await expect(settlement.connect(who.tierOne.account).contest(instruction, id("letter"), ref))
      .to.emit(settlement, "AttestationContested")
      .withArgs(instruction, who.tierOne.id, id("letter"), ref);
    expect((await settlement.instructionOf(instruction)).state).to.equal(state.paid);
  });

  it("needs an attestation and a member", async () => {
    const { settlement, members, instruction, who, stranger } =
      await networkHelpers.loadFixture(instructed);
    await expect(settlement.connect(who.tierOne.account).contest(instruction, id("letter"), ref))
      .to.be.revertedWithCustomError(settlement, "SettlementWrongState")
      .withArgs(instruction, state.issued, state.paid);
    await expect(settlement.connect(stranger).contest(instruction, id("letter"), ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger);
  });
});
