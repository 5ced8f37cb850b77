import { expect } from "chai";
import { id } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { day, hour } from "../../helpers/days.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { smartAccountFixture } from "../../helpers/smartAccountFixture.ts";

const { networkHelpers } = chain;
const digest = id("another bank account");

/** The legal member has two active accounts. */
async function legalFixture() {
  const ledger = await ledgerFixture();
  const { members, who, secondLegal } = ledger;
  return {
    ...ledger,
    member: who.legal.id,
    first: members.connect(who.legal.account),
    second: members.connect(secondLegal),
  };
}

describe("Members, as a member changes where it is paid and who guards it", () => {
  describe("setSettlementAccount", () => {
    it("waits for 48 hours with one signature", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const own = members.connect(account);
      const sent = own.setSettlementAccount(digest, ref);
      const activeFrom = (await blockTime(sent)) + 48n * hour;
      await expect(sent)
        .to.emit(members, "SettlementAccountProposed")
        .withArgs(member, digest, activeFrom, account.address, ref);
      await networkHelpers.time.increaseTo(activeFrom - 2n);
      await expect(own.confirmSettlementAccount(digest, ref))
        .to.be.revertedWithCustomError(members, "MembersSameAccountConfirms")
        .withArgs(member, account.address);
      expect(await members.settlementAccountOf(member)).not.to.equal(digest);
      await networkHelpers.time.increaseTo(activeFrom);
      await expect(own.confirmSettlementAccount(digest, ref))
        .to.emit(members, "SettlementAccountSet")
        .withArgs(member, digest, ref);
      expect(await members.settlementAccountOf(member)).to.equal(digest);
    });

    it("takes effect when a second account confirms, once", async () => {
      const { members, member, first, second } = await networkHelpers.loadFixture(legalFixture);
      await first.setSettlementAccount(digest, ref);
      await second.confirmSettlementAccount(digest, ref);
      expect(await members.settlementAccountOf(member)).to.equal(digest);
      await expect(second.confirmSettlementAccount(digest, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
    });

    it("takes effect at once by a sole smart account", async () => {
      const { members, member, asSmart } = await networkHelpers.loadFixture(smartAccountFixture);
      await expect(asSmart("setSettlementAccount", [digest, ref]))
        .to.emit(members, "SettlementAccountSet")
        .withArgs(member, digest, ref);
    });

    it("confirms what the second account read, not what was proposed since", async () => {
      const { members, member, first, second } = await networkHelpers.loadFixture(legalFixture);
      await first.setSettlementAccount(digest, ref);
      const other = id("a thief's bank account");
      await first.setSettlementAccount(other, ref);
      await expect(second.confirmSettlementAccount(digest, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
    });

    it("falls when an account is revoked meanwhile", async () => {
      const { members, member, first, second, secondLegal } =
        await networkHelpers.loadFixture(legalFixture);
      await second.setSettlementAccount(digest, ref);
      await first.revokeAccount(secondLegal, ref);
      await networkHelpers.time.increase(2n * day);
      await expect(first.confirmSettlementAccount(digest, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
    });

    it("is a verb of the member's accounts", async () => {
      const { members, stranger } = await networkHelpers.loadFixture(ledgerFixture);
      const foreign = members.connect(stranger);
      for (const call of [
        () => foreign.setSettlementAccount(digest, ref),
        () => foreign.confirmSettlementAccount(digest, ref),
      ]) {
        await expect(call())
          .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
          .withArgs(stranger.address);
      }
    });
  });

  describe("setGuardian", () => {
    it("waits for 48 hours with one signature", async () => {
      const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const own = members.connect(account);
      const sent = own.setGuardian(who.guardian.id, ref);
      const activeFrom = (await blockTime(sent)) + 48n * hour;
      await expect(sent)
        .to.emit(members, "GuardianProposed")
        .withArgs(member, who.guardian.id, activeFrom, account.address, ref);
      await expect(own.confirmGuardian(who.guardian.id, ref))
        .to.be.revertedWithCustomError(members, "MembersSameAccountConfirms")
        .withArgs(member, account.address);
      await networkHelpers.time.increaseTo(activeFrom);
      await expect(own.confirmGuardian(who.guardian.id, ref))
        .to.emit(members, "GuardianSet")
        .withArgs(member, who.guardian.id, ref);
      expect((await members.memberOf(member)).guardian).to.equal(who.guardian.id);
    });

    it("takes effect when a second account confirms that very guardian", async () => {
      const { members, member, first, second, who } =
        await networkHelpers.loadFixture(legalFixture);
      await first.setGuardian(who.guardian.id, ref);
      await expect(second.confirmGuardian(who.obligor.id, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
      await second.confirmGuardian(who.guardian.id, ref);
      expect((await members.memberOf(member)).guardian).to.equal(who.guardian.id);
    });

    it("takes effect at once by a sole smart account", async () => {
      const { members, member, asSmart, who } =
        await networkHelpers.loadFixture(smartAccountFixture);
      await expect(asSmart("setGuardian", [who.guardian.id, ref]))
        .to.emit(members, "GuardianSet")
        .withArgs(member, who.guardian.id, ref);
    });

    it("refuses strangers and the member itself", async () => {
      const { members, who, stranger } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const own = members.connect(account);
      await expect(own.setGuardian(member, ref))
        .to.be.revertedWithCustomError(members, "MembersOwnGuardian")
        .withArgs(member);
      await expect(own.setGuardian(99n, ref))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
      const foreign = members.connect(stranger);
      for (const call of [
        () => foreign.setGuardian(1n, ref),
        () => foreign.confirmGuardian(1n, ref),
      ]) {
        await expect(call())
          .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
          .withArgs(stranger.address);
      }
    });
  });
});
