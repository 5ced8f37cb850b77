import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";
import { admissionOf } from "../../helpers/admissionOf.ts";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { day, hour } from "../../helpers/days.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, suspensions } from "../../helpers/roles.ts";
import { smartAccountFixture } from "../../helpers/smartAccountFixture.ts";

const { networkHelpers } = chain;
const retired = (1n << 40n) - 1n;

/** A supplier with two active accounts: its first one and `fresh`. */
async function twoAccountsFixture() {
  const ledger = await ledgerFixture();
  const { members, who, fresh } = ledger;
  await members.connect(who.tierOne.account).addAccount(fresh, ref);
  await networkHelpers.time.increase(2n * day);
  return { ...ledger, member: who.tierOne.id, first: who.tierOne.account, second: fresh };
}

describe("Members, as a member keeps its accounts", () => {
  describe("addAccount", () => {
    it("takes effect after 48 hours with one signature", async () => {
      const { members, who, fresh } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const sent = members.connect(account).addAccount(fresh, ref);
      const activeFrom = (await blockTime(sent)) + 48n * hour;
      await expect(sent)
        .to.emit(members, "AccountProposed")
        .withArgs(member, fresh.address, activeFrom, account.address, ref);
      expect(await members.accountOf(fresh)).to.deep.equal([member, activeFrom]);
      await networkHelpers.time.increaseTo(activeFrom - 1n);
      expect(await members.idOf(fresh)).to.equal(0n);
      expect(await members.isActiveAccount(fresh, member)).to.equal(false);
      await networkHelpers.time.increaseTo(activeFrom);
      expect(await members.idOf(fresh)).to.equal(member);
      expect(await members.isActiveAccount(fresh, member)).to.equal(true);
    });

    it("takes effect at once by a sole smart account", async () => {
      const { members, member, smart, asSmart, fresh } =
        await networkHelpers.loadFixture(smartAccountFixture);
      await expect(asSmart("addAccount", [fresh.address, ref]))
        .to.emit(members, "AccountAdded")
        .withArgs(member, fresh.address, await smart.getAddress(), ref);
      expect(await members.idOf(fresh)).to.equal(member);
    });

    it("waits when the smart account is no longer the only one", async () => {
      const { members, asSmart, fresh, stranger } =
        await networkHelpers.loadFixture(smartAccountFixture);
      await asSmart("addAccount", [fresh.address, ref]);
      await asSmart("addAccount", [stranger.address, ref]);
      expect(await members.idOf(stranger)).to.equal(0n);
    });

    it("waits when the sole account is a key with an EIP-7702 delegate", async () => {
      const { members, who, fresh, smart } = await networkHelpers.loadFixture(smartAccountFixture);
      const { account } = who.tierTwo;
      const delegate = (await smart.getAddress()).slice(2);
      await networkHelpers.setCode(account.address, `0xef0100${delegate}`);
      await expect(members.connect(account).addAccount(fresh, ref)).to.emit(
        members,
        "AccountProposed",
      );
      expect(await members.idOf(fresh)).to.equal(0n);
    });

    it("refuses accounts of nobody, of others, and a second one while one waits", async () => {
      const { members, who, fresh, stranger } = await networkHelpers.loadFixture(ledgerFixture);
      const { id: member, account } = who.tierOne;
      const own = members.connect(account);
      await expect(members.connect(stranger).addAccount(fresh, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      await expect(own.addAccount(ZeroAddress, ref)).to.be.revertedWithCustomError(
        members,
        "MembersZeroAccount",
      );
      for (const { id: other, account: taken } of [who.tierTwo, who.tierOne]) {
        await expect(own.addAccount(taken, ref))
          .to.be.revertedWithCustomError(members, "MembersAccountTaken")
          .withArgs(taken.address, other);
      }
      await own.addAccount(fresh, ref);
      await expect(own.addAccount(stranger, ref))
        .to.be.revertedWithCustomError(members, "MembersAlreadyProposed")
        .withArgs(member, fresh.address);
      await expect(members.connect(who.tierTwo.account).addAccount(fresh, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountTaken")
        .withArgs(fresh.address, member);
      await networkHelpers.time.increase(2n * day);
      await expect(own.addAccount(stranger, ref)).to.emit(members, "AccountProposed");
    });
  });

  describe("confirmAccount", () => {
    it("makes a proposed account active at once with a second account's consent", async () => {
      const { members, member, first, second, stranger } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(first).addAccount(stranger, ref);
      await expect(members.connect(second).confirmAccount(stranger, ref))
        .to.emit(members, "AccountAdded")
        .withArgs(member, stranger.address, second.address, ref);
      expect(await members.idOf(stranger)).to.equal(member);
    });

    it("refuses the account that proposed, the proposed one, and other members", async () => {
      const { members, member, first, stranger, who } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(first).addAccount(stranger, ref);
      await expect(members.connect(first).confirmAccount(stranger, ref))
        .to.be.revertedWithCustomError(members, "MembersSameAccountConfirms")
        .withArgs(member, first.address);
      await expect(members.connect(stranger).confirmAccount(stranger, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      await expect(members.connect(who.tierTwo.account).confirmAccount(stranger, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(who.tierTwo.id);
    });

    it("refuses what isn't proposed or is active already", async () => {
      const { members, member, first, second, stranger } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      for (const account of [stranger, second]) {
        await expect(members.connect(first).confirmAccount(account, ref))
          .to.be.revertedWithCustomError(members, "MembersNothingProposed")
          .withArgs(member);
      }
    });

    it("can't take an account that another member proposed after it was revoked here", async () => {
      const { members, member, first, second, stranger, who, deployer } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(first).addAccount(stranger, ref);
      await members.connect(second).revokeAccount(stranger, ref);
      await members.connect(who.tierTwo.account).addAccount(stranger, ref);
      await expect(members.connect(second).confirmAccount(stranger, ref))
        .to.be.revertedWithCustomError(members, "MembersNothingProposed")
        .withArgs(member);
      // The member itself isn't kept from proposing another one.
      await members.connect(first).addAccount(deployer, ref);
      expect((await members.accountOf(stranger)).member).to.equal(who.tierTwo.id);
    });
  });

  describe("revokeAccount", () => {
    it("ends an account and raises the epoch", async () => {
      const { members, member, first, second } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await expect(members.connect(first).revokeAccount(second, ref))
        .to.emit(members, "AccountRevoked")
        .withArgs(member, second.address, 2n, first.address, ref);
      expect(await members.idOf(second)).to.equal(0n);
      expect(await members.epochOf(member)).to.equal(2n);
      expect(await members.accountOf(second)).to.deep.equal([0n, 0n]);
    });

    it("hands the primary place to the account that revokes it", async () => {
      const { members, member, first, second } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await expect(members.connect(second).revokeAccount(first, ref))
        .to.emit(members, "PrimaryAccountSet")
        .withArgs(member, second.address, ref);
      expect(await members.primaryOf(member)).to.equal(second.address);
      expect(await members.idOf(first)).to.equal(0n);
      expect(await members.accountOf(first)).to.deep.equal([0n, 0n]);
    });

    it("keeps naming a primary account that an operator revokes, for nobody else to take", async () => {
      const { members, member, first, second, who } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      const operator = members.connect(who.operator.account);
      await expect(operator.revokeAccount(first, ref))
        .to.emit(members, "AccountRevoked")
        .withArgs(member, first.address, 2n, who.operator.account.address, ref);
      expect(await members.primaryOf(member)).to.equal(first.address);
      expect(await members.idOf(first)).to.equal(0n);
      expect(await members.accountOf(first)).to.deep.equal([member, retired]);
      await expect(members.connect(who.tierTwo.account).addAccount(first, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountTaken")
        .withArgs(first.address, member);
      await expect(operator.revokeAccount(first, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(first.address);
      await members.connect(second).setPrimaryAccount(second, ref);
      expect(await members.accountOf(first)).to.deep.equal([0n, 0n]);
      await expect(members.connect(who.tierTwo.account).addAccount(first, ref)).to.emit(
        members,
        "AccountProposed",
      );
    });

    it("ends an account that only waits without raising the epoch", async () => {
      const { members, member, first, second, stranger } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(first).addAccount(stranger, ref);
      await expect(members.connect(second).revokeAccount(stranger, ref))
        .to.emit(members, "AccountRevoked")
        .withArgs(member, stranger.address, 1n, second.address, ref);
      await networkHelpers.time.increase(2n * day);
      expect(await members.idOf(stranger)).to.equal(0n);
    });

    it("ends with an account what it proposed", async () => {
      const { members, member, first, second, stranger } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(second).addAccount(stranger, ref);
      await expect(members.connect(first).revokeAccount(second, ref))
        .to.emit(members, "AccountRevoked")
        .withArgs(member, stranger.address, 1n, first.address, ref);
      await networkHelpers.time.increase(2n * day);
      expect(await members.idOf(stranger)).to.equal(0n);
    });

    it("lets an account end itself", async () => {
      const { members, member, second } = await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(second).revokeAccount(second, ref);
      expect(await members.isActiveAccount(second, member)).to.equal(false);
    });

    it("is a verb of the member and of operators, on an account that didn't end", async () => {
      const { members, first, second, who, stranger } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await expect(members.connect(who.tierTwo.account).revokeAccount(first, ref))
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.tierTwo.id, roles.supplier, roles.operator);
      await expect(members.connect(stranger).revokeAccount(first, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
      await expect(members.connect(second).revokeAccount(stranger, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
    });

    it("refuses an operator that is suspended", async () => {
      const { members, who, fresh, first } = await networkHelpers.loadFixture(twoAccountsFixture);
      await members.connect(first).revokeAccount(fresh, ref);
      const operator = members.connect(who.operator.account);
      await operator.admit(admissionOf("second operator", fresh, roles.operator), ref);
      const other = await members.memberCount();
      await operator.setSuspensions(other, suspensions.regulatory, ZeroHash, ref);
      await expect(members.connect(fresh).revokeAccount(first, ref))
        .to.be.revertedWithCustomError(members, "MembersSuspended")
        .withArgs(other, suspensions.regulatory);
    });
  });

  describe("setPrimaryAccount", () => {
    it("chooses among the member's active accounts", async () => {
      const { members, member, first, second, stranger, who } =
        await networkHelpers.loadFixture(twoAccountsFixture);
      await expect(members.connect(first).setPrimaryAccount(second, ref))
        .to.emit(members, "PrimaryAccountSet")
        .withArgs(member, second.address, ref);
      expect(await members.requireMember(first)).to.deep.equal([member, second.address]);
      for (const foreign of [who.tierTwo.account, stranger]) {
        await expect(members.connect(first).setPrimaryAccount(foreign, ref))
          .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
          .withArgs(foreign.address, member);
      }
      await expect(members.connect(stranger).setPrimaryAccount(second, ref))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(stranger.address);
    });
  });
});
