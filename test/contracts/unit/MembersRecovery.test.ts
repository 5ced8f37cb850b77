import { expect } from "chai";
import { id, ZeroAddress, ZeroHash } from "ethers";
import { admissionOf } from "../../helpers/admissionOf.ts";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { day, hour } from "../../helpers/days.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { named } from "../../helpers/named.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, suspensions } from "../../helpers/roles.ts";

const { networkHelpers } = chain;
const document = id("minutes of the shareholders' meeting");

/** A supplier with a guardian and one account, lost or stolen. */
async function lostKeysFixture() {
  const ledger = await ledgerFixture();
  const { members, who, fresh } = ledger;
  const spare = (await chain.ethers.getSigners()).at(-1);
  if (spare === undefined) throw new Error("the chain has no accounts");
  const admission = {
    ...admissionOf("forgetful", spare, roles.supplier),
    guardian: who.guardian.id,
  };
  await members.connect(who.operator.account).admit(admission, ref);
  const member = await members.memberCount();
  return {
    ...ledger,
    member,
    first: spare,
    account: fresh,
    byOperator: members.connect(who.operator.account),
    byGuardian: members.connect(who.guardian.account),
    byLegal: members.connect(who.legal.account),
    own: members.connect(spare),
  };
}

async function openFixture() {
  const ledger = await lostKeysFixture();
  const { byOperator, byGuardian, member, account } = ledger;
  await byOperator.proposeRecovery(member, account, document, ref);
  await byGuardian.proposeRecovery(member, account, document, ref);
  return ledger;
}

describe("Members, as a member without keys is recovered", () => {
  describe("proposeRecovery", () => {
    it("opens with the second of operator and guardian, for 72 hours, and suspends the member", async () => {
      const { members, byOperator, byGuardian, member, account, who } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await expect(byGuardian.proposeRecovery(member, account, document, ref))
        .to.emit(members, "RecoveryProposed")
        .withArgs(member, account.address, who.guardian.id, document, 0n, ref);
      expect((await members.memberOf(member)).suspensions).to.equal(0n);
      const sent = byOperator.proposeRecovery(member, account, document, ref);
      const from = (await blockTime(sent)) + 72n * hour;
      await expect(sent)
        .to.emit(members, "RecoveryProposed")
        .withArgs(member, account.address, who.operator.id, document, from, ref)
        .and.to.emit(members, "SuspensionsSet")
        .withArgs(member, suspensions.recovery, document, who.operator.id, ref);
      expect(named(await members.recoveryOf(member))).to.deep.equal({
        account: account.address,
        executableFrom: from,
        byOperator: true,
        byGuardian: true,
        byLegal: false,
      });
    });

    it("doesn't start anew when a party repeats itself or legal joins", async () => {
      const { members, byOperator, byLegal, member, account } =
        await networkHelpers.loadFixture(openFixture);
      const { executableFrom } = await members.recoveryOf(member);
      await networkHelpers.time.increase(day);
      await byOperator.proposeRecovery(member, account, document, ref);
      await byLegal.proposeRecovery(member, account, document, ref);
      const recovery = await members.recoveryOf(member);
      expect([recovery.executableFrom, recovery.byLegal]).to.deep.equal([executableFrom, true]);
    });

    it("refuses another account than the first party's", async () => {
      const { members, byOperator, byGuardian, member, account, stranger } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await byOperator.proposeRecovery(member, account, document, ref);
      await expect(byGuardian.proposeRecovery(member, stranger, document, ref))
        .to.be.revertedWithCustomError(members, "MembersRecoveryDiffers")
        .withArgs(member, stranger.address, account.address);
    });

    it("refuses accounts of nobody and of others, and unknown members", async () => {
      const { members, byOperator, member, who } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await expect(
        byOperator.proposeRecovery(member, ZeroAddress, document, ref),
      ).to.be.revertedWithCustomError(members, "MembersZeroAccount");
      const taken = who.tierTwo.account.address;
      await expect(byOperator.proposeRecovery(member, taken, document, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountTaken")
        .withArgs(taken, who.tierTwo.id);
      await expect(byOperator.proposeRecovery(99n, taken, document, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
    });

    it("refuses who is no party: others, strangers, the member itself, suspended operators", async () => {
      const { members, byOperator, own, member, account, who, stranger } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await expect(members.connect(stranger).proposeRecovery(member, account, document, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      const { tierTwo, operator } = who;
      const callers = [
        [member, tierTwo.id, members.connect(tierTwo.account)],
        [member, member, own],
        [operator.id, operator.id, byOperator],
      ] as const;
      for (const [subject, by, caller] of callers) {
        await expect(caller.proposeRecovery(subject, account, document, ref))
          .to.be.revertedWithCustomError(members, "MembersRecoveryParty")
          .withArgs(subject, by);
      }
      await byOperator.admit(admissionOf("second operator", stranger, roles.operator), ref);
      const other = await members.memberCount();
      await byOperator.setSuspensions(other, suspensions.licence, ZeroHash, ref);
      await expect(members.connect(stranger).proposeRecovery(member, account, document, ref))
        .to.be.revertedWithCustomError(members, "MembersRecoveryParty")
        .withArgs(member, other);
    });

    it("counts a guardian that is an operator too as guardian only", async () => {
      const { members, byOperator, member, account, who } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await byOperator.setRoles(who.guardian.id, roles.operator, ZeroHash, ref);
      await members.connect(who.guardian.account).proposeRecovery(member, account, document, ref);
      const { byOperator: operatorProposed, byGuardian } = await members.recoveryOf(member);
      expect([operatorProposed, byGuardian]).to.deep.equal([false, true]);
    });
  });

  describe("while it is open", () => {
    it("the member's keys decide nothing new about the member", async () => {
      const { members, own, member, stranger, first } =
        await networkHelpers.loadFixture(openFixture);
      for (const call of [
        () => own.addAccount(stranger, ref),
        () => own.confirmAccount(stranger, ref),
        () => own.setPrimaryAccount(first, ref),
        () => own.setSettlementAccount(ref, ref),
        () => own.confirmSettlementAccount(ref, ref),
        () => own.setGuardian(1n, ref),
        () => own.confirmGuardian(1n, ref),
      ]) {
        await expect(call())
          .to.be.revertedWithCustomError(members, "MembersSuspended")
          .withArgs(member, suspensions.recovery);
      }
    });

    it("an operator can't lift the suspension", async () => {
      const { members, byOperator, member } = await networkHelpers.loadFixture(openFixture);
      await byOperator.setSuspensions(member, 0n, ZeroHash, ref);
      expect((await members.memberOf(member)).suspensions).to.equal(suspensions.recovery);
    });
  });

  describe("cancelRecovery", () => {
    it("is done by any active account of the member, which keeps its suspensions otherwise", async () => {
      const { members, own, byOperator, member, first } =
        await networkHelpers.loadFixture(openFixture);
      await byOperator.setSuspensions(member, suspensions.contract, ZeroHash, ref);
      await expect(own.cancelRecovery(member, ref))
        .to.emit(members, "RecoveryCancelled")
        .withArgs(member, first.address, ref)
        .and.to.emit(members, "SuspensionsSet")
        .withArgs(member, suspensions.contract, ZeroHash, member, ref);
      expect((await members.recoveryOf(member)).account).to.equal(ZeroAddress);
    });

    it("is done by an operator, also before the guardian proposed", async () => {
      const { members, byOperator, member, account } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await byOperator.proposeRecovery(member, account, document, ref);
      await expect(byOperator.cancelRecovery(member, ref))
        .to.emit(members, "RecoveryCancelled")
        .and.not.to.emit(members, "SuspensionsSet");
    });

    it("refuses others, and members without a recovery", async () => {
      const { members, member, who, stranger, byOperator } =
        await networkHelpers.loadFixture(openFixture);
      await expect(members.connect(stranger).cancelRecovery(member, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      await expect(members.connect(who.tierTwo.account).cancelRecovery(member, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.tierTwo.id, roles.supplier, roles.operator);
      await expect(byOperator.cancelRecovery(who.tierTwo.id, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(who.tierTwo.id);
    });

    it("is legal's alone once legal proposed too", async () => {
      const { members, own, byOperator, byLegal, member, account, secondLegal } =
        await networkHelpers.loadFixture(openFixture);
      await byLegal.proposeRecovery(member, account, document, ref);
      for (const caller of [own, byOperator]) {
        await expect(caller.cancelRecovery(member, ref))
          .to.be.revertedWithCustomError(members, "MembersRecoveryNotCancellable")
          .withArgs(member);
      }
      await expect(members.connect(secondLegal).cancelRecovery(member, ref)).to.emit(
        members,
        "RecoveryCancelled",
      );
    });
  });

  describe("executeRecovery", () => {
    it("ends every old account and what they proposed, after 72 hours, by anyone", async () => {
      const { members, own, byLegal, member, account, first, stranger, who } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await own.addAccount(stranger, ref);
      await own.setSettlementAccount(document, ref);
      await networkHelpers.time.increase(2n * day);
      for (const party of [
        members.connect(who.operator.account),
        members.connect(who.guardian.account),
        byLegal,
      ]) {
        await party.proposeRecovery(member, account, document, ref);
      }
      const { executableFrom } = await members.recoveryOf(member);
      await networkHelpers.time.setNextBlockTimestamp(executableFrom - 1n);
      const anyone = members.connect(who.tierTwo.account);
      await expect(anyone.executeRecovery(member, ref))
        .to.be.revertedWithCustomError(members, "MembersTooEarly")
        .withArgs(member, executableFrom - 1n, executableFrom);
      await networkHelpers.time.increaseTo(executableFrom);
      await expect(anyone.executeRecovery(member, ref))
        .to.emit(members, "MemberRecovered")
        .withArgs(member, account.address, 2n, ref)
        .and.to.emit(members, "SuspensionsSet")
        .withArgs(member, 0n, ZeroHash, 0n, ref);
      expect(await members.idOf(first)).to.equal(0n);
      expect(await members.idOf(stranger)).to.equal(0n);
      expect(await members.accountOf(first)).to.deep.equal([0n, 0n]);
      expect(await members.requireMember(account)).to.deep.equal([member, account.address]);
      await expect(members.connect(account).confirmSettlementAccount(document, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
      await expect(anyone.executeRecovery(member, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
    });

    it("frees the old accounts for others", async () => {
      const { members, byOperator, member, first } = await networkHelpers.loadFixture(openFixture);
      await networkHelpers.time.increase(3n * day);
      await members.executeRecovery(member, ref);
      await byOperator.admit(admissionOf("newcomer", first, roles.supplier), ref);
      expect(await members.idOf(first)).to.equal(member + 1n);
    });

    it("may recover to an account that the member has already", async () => {
      const { members, own, byOperator, byGuardian, member, account } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await own.addAccount(account, ref);
      await byOperator.proposeRecovery(member, account, document, ref);
      await byGuardian.proposeRecovery(member, account, document, ref);
      await networkHelpers.time.increase(3n * day);
      await members.executeRecovery(member, ref);
      expect(await members.idOf(account)).to.equal(member);
    });

    it("refuses an account that another member took meanwhile", async () => {
      const { members, member, account, who } = await networkHelpers.loadFixture(openFixture);
      await members.connect(who.tierTwo.account).addAccount(account, ref);
      await networkHelpers.time.increase(3n * day);
      await expect(members.executeRecovery(member, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountTaken")
        .withArgs(account.address, who.tierTwo.id);
    });

    it("refuses what only one party proposed", async () => {
      const { members, byOperator, byLegal, member, account } =
        await networkHelpers.loadFixture(lostKeysFixture);
      await byOperator.proposeRecovery(member, account, document, ref);
      await byLegal.proposeRecovery(member, account, document, ref);
      await networkHelpers.time.increase(30n * day);
      await expect(members.executeRecovery(member, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
    });
  });
});
