import { expect } from "chai";
import { concat, id, Signature, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { day } from "../../helpers/days.ts";
import { ledgerFixture } from "../../helpers/ledgerFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, suspensions } from "../../helpers/roles.ts";
import { smartAccountFixture } from "../../helpers/smartAccountFixture.ts";

const { networkHelpers } = chain;
const digest = id("what is signed");
const moods = ["honest", "wrong", "short", "huge", "reverts", "burns gas", "says yes"] as const;

/** A member whose key is at hand, so that it can sign any digest. */
async function signerFixture() {
  const ledger = await ledgerFixture();
  const { members, who } = ledger;
  const key = Wallet.createRandom();
  await members.connect(who.tierOne.account).addAccount(key.address, ref);
  await networkHelpers.time.increase(2n * day);
  const member = who.tierOne.id;
  const deadline = (await blockTime()) + day;
  const signature = key.signingKey.sign(digest).serialized;
  return { ...ledger, key, member, deadline, signature };
}

describe("Members, as other contracts ask it", () => {
  it("requireMember answers whom an account acts for, whatever its suspensions", async () => {
    const { members, who, stranger } = await networkHelpers.loadFixture(ledgerFixture);
    const { id: member, account } = who.tierOne;
    await members
      .connect(who.operator.account)
      .setSuspensions(member, suspensions.sanctions, ZeroHash, ref);
    expect(await members.requireMember(account)).to.deep.equal([member, account.address]);
    for (const nobody of [stranger.address, ZeroAddress]) {
      await expect(members.requireMember(nobody))
        .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
        .withArgs(nobody);
    }
  });

  it("requireRole refuses strangers, other roles and the named suspensions", async () => {
    const { members, who, stranger } = await networkHelpers.loadFixture(ledgerFixture);
    const { id: member, account } = who.tierOne;
    const needed = roles.obligor | roles.supplier;
    const { contract, sanctions } = suspensions;
    await members
      .connect(who.operator.account)
      .setSuspensions(member, contract | sanctions, ZeroHash, ref);
    expect(await members.requireRole(account, needed, suspensions.overdue)).to.equal(member);
    await expect(members.requireRole(stranger, needed, 0n))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
    await expect(members.requireRole(account, roles.legal, 0n))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(member, roles.supplier, roles.legal);
    await expect(members.requireRole(account, needed, sanctions | suspensions.overdue))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(member, sanctions);
  });

  it("requireParty answers the primary account and refuses as requireRole does", async () => {
    const { members, who } = await networkHelpers.loadFixture(ledgerFixture);
    const { id: member, account } = who.financierA;
    expect(await members.requireParty(member, roles.financier, suspensions.any)).to.equal(
      account.address,
    );
    await expect(members.requireParty(99n, roles.financier, 0n))
      .to.be.revertedWithCustomError(members, "MembersUnknownMember")
      .withArgs(99n);
    await expect(members.requireParty(member, roles.supplier, 0n))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(member, roles.financier, roles.supplier);
    await members
      .connect(who.operator.account)
      .setSuspensions(member, suspensions.licence, ZeroHash, ref);
    await expect(members.requireParty(member, roles.financier, suspensions.anyButOverdue))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(member, suspensions.licence);
  });

  it("views of unknown members revert or answer nothing", async () => {
    const { members } = await networkHelpers.loadFixture(ledgerFixture);
    for (const call of [
      () => members.memberOf(0n),
      () => members.memberOf(99n),
      () => members.sizeOf(0n),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(members, "MembersUnknownMember");
    }
    expect(await members.epochOf(99n)).to.equal(0n);
    expect(await members.primaryOf(99n)).to.equal(ZeroAddress);
    expect(await members.settlementAccountOf(99n)).to.equal(ZeroHash);
    expect(await members.isActiveAccount(ZeroAddress, 0n)).to.equal(false);
  });

  describe("requireSignature", () => {
    it("accepts a key's signature until the deadline", async () => {
      const { members, key, member, deadline, signature } =
        await networkHelpers.loadFixture(signerFixture);
      const check = () =>
        members.requireSignature(member, 1n, deadline, key.address, digest, signature);
      await check();
      await networkHelpers.time.increaseTo(deadline);
      await check();
      await networkHelpers.time.increaseTo(deadline + 1n);
      await expect(check())
        .to.be.revertedWithCustomError(members, "MembersSignatureExpired")
        .withArgs(deadline, deadline + 1n);
    });

    it("refuses a signature over something else, by another key, malformed or malleable", async () => {
      const { members, key, member, deadline, signature } =
        await networkHelpers.loadFixture(signerFixture);
      const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
      const { r, s, yParity } = Signature.from(signature);
      const highS = `0x${(order - BigInt(s)).toString(16).padStart(64, "0")}`;
      const malleable = concat([r, highS, yParity === 0 ? "0x1c" : "0x1b"]);
      for (const wrong of [
        key.signingKey.sign(id("something else")).serialized,
        Wallet.createRandom().signingKey.sign(digest).serialized,
        malleable,
        Signature.from(signature).compactSerialized,
        "0x",
        `0x${"00".repeat(65)}`,
      ]) {
        await expect(members.requireSignature(member, 1n, deadline, key.address, digest, wrong))
          .to.be.revertedWithCustomError(members, "MembersSignatureInvalid")
          .withArgs(member, key.address, digest);
      }
    });

    it("refuses accounts of other members and of nobody", async () => {
      const { members, key, member, deadline, signature, who } =
        await networkHelpers.loadFixture(signerFixture);
      const other = who.tierTwo.id;
      await expect(members.requireSignature(other, 1n, deadline, key.address, digest, signature))
        .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
        .withArgs(key.address, other);
      await expect(members.requireSignature(member, 1n, deadline, ZeroAddress, digest, signature))
        .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
        .withArgs(ZeroAddress, member);
      await expect(members.requireSignature(99n, 1n, deadline, key.address, digest, signature))
        .to.be.revertedWithCustomError(members, "MembersUnknownMember")
        .withArgs(99n);
      await expect(members.requireSignature(0n, 0n, deadline, ZeroAddress, digest, "0x"))
        .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
        .withArgs(ZeroAddress, 0n);
    });

    it("refuses what was signed before a revocation, by the revoked account and by others", async () => {
      const { members, key, member, deadline, signature, who } =
        await networkHelpers.loadFixture(signerFixture);
      await members.connect(who.tierOne.account).revokeAccount(key.address, ref);
      await expect(members.requireSignature(member, 1n, deadline, key.address, digest, signature))
        .to.be.revertedWithCustomError(members, "MembersWrongEpoch")
        .withArgs(member, 1n, 2n);
      await expect(members.requireSignature(member, 2n, deadline, key.address, digest, signature))
        .to.be.revertedWithCustomError(members, "MembersNotAccountOf")
        .withArgs(key.address, member);
    });

    it("asks a smart account, which answers as its code decides", async () => {
      const { members, member, smart } = await networkHelpers.loadFixture(smartAccountFixture);
      const account = await smart.getAddress();
      const deadline = (await blockTime()) + day;
      const check = () => members.requireSignature(member, 1n, deadline, account, digest, "0x01");
      const accepted: string[] = [];
      for (const [index, mood] of moods.entries()) {
        await smart.getFunction("setMood")(index);
        try {
          await check();
          accepted.push(mood);
        } catch (error) {
          expect(String(error), mood).to.include("MembersSignatureInvalid");
        }
      }
      expect(accepted).to.deep.equal(["huge", "says yes"]);
    });

    it("accepts the smart account's owner", async () => {
      const { members, member, who } = await networkHelpers.loadFixture(smartAccountFixture);
      const key = Wallet.createRandom();
      const smart = await chain.ethers.deployContract("SmartAccount", [key.address]);
      const account = await smart.getAddress();
      await members.connect(who.tierTwo.account).addAccount(account, ref);
      await networkHelpers.time.increase(2n * day);
      const deadline = (await blockTime()) + day;
      const { serialized } = key.signingKey.sign(digest);
      await members.requireSignature(who.tierTwo.id, 1n, deadline, account, digest, serialized);
      expect(await members.idOf(account)).not.to.equal(member);
    });

    it("lets a smart account use 200,000 gas and no more", async () => {
      const { members, member, smart } = await networkHelpers.loadFixture(smartAccountFixture);
      const account = await smart.getAddress();
      const deadline = (await blockTime()) + day;
      await smart.getFunction("setMood")(moods.indexOf("burns gas"));
      // With gas for little more than the cap, the call still ends with our own error.
      await expect(
        members.requireSignature(member, 1n, deadline, account, digest, "0x01", {
          gasLimit: 300_000n,
        }),
      )
        .to.be.revertedWithCustomError(members, "MembersSignatureInvalid")
        .withArgs(member, account, digest);
    });

    it("accepts the key of an EIP-7702 account and its delegate's word", async () => {
      const { members, key, member, deadline, signature } =
        await networkHelpers.loadFixture(signerFixture);
      const smart = await chain.ethers.deployContract("SmartAccount", [ZeroAddress]);
      const delegate = (await smart.getAddress()).slice(2);
      await networkHelpers.setCode(key.address, `0xef0100${delegate}`);
      const check = (bytes: string) =>
        members.requireSignature(member, 1n, deadline, key.address, digest, bytes);
      await check(signature);
      await expect(check("0x01")).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
      // The delegate's code reads the account's own storage: here it says yes to everything.
      await networkHelpers.setStorageAt(key.address, 0, moods.indexOf("says yes"));
      await check("0x01");
    });
  });
});
