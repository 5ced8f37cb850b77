import { expect } from "chai";
import { id, ZeroAddress } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { circulationFixture } from "../../helpers/circulationFixture.ts";
import type { Party } from "../../helpers/ledgerFixture.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, time } = chain.networkHelpers;

/** The circulation fixture with ERC verbs by short names. */
async function ercFixture() {
  const setting = await circulationFixture();
  const { as, certificates } = setting;
  return {
    ...setting,
    balanceOf: (owner: string) => certificates["balanceOf(address)"](owner),
    valueIn: (token: bigint) => certificates["balanceOf(uint256)"](token),
    approve: (by: Party, operator: string, token: bigint) =>
      as(by)["approve(address,uint256)"](operator, token),
    approveValue: (by: Party, token: bigint, operator: string, value: bigint) =>
      as(by)["approve(uint256,address,uint256)"](token, operator, value),
    send: (by: Party, token: bigint, to: string, value: bigint) =>
      as(by)["transferFrom(uint256,address,uint256)"](token, to, value),
    move: (by: Party, from: bigint, to: bigint, value: bigint) =>
      as(by)["transferFrom(uint256,uint256,uint256)"](from, to, value),
  };
}

/** Tier one's member gets a second account, which can revoke the first one. */
async function twoAccountsFixture() {
  const setting = await ercFixture();
  const { members, who, fresh } = setting;
  await members.connect(who.tierOne.account).addAccount(fresh, ref);
  await time.increase(48 * 60 * 60);
  return setting;
}

describe("What certificates say of standards", () => {
  it("names the interfaces that it has, by their published ids, and no others", async () => {
    const { certificates } = await loadFixture(ercFixture);
    const ids = {
      erc165: "0x01ffc9a7",
      erc721: "0x80ac58cd",
      erc721Metadata: "0x5b5e139f",
      erc3525: "0xd5358140",
      erc3525Metadata: "0xe1600902",
      erc5192: "0xb45a3c0e",
    };
    for (const [name, its] of Object.entries(ids))
      expect(await certificates.supportsInterface(its), name).to.equal(true);
    const enumerations = ["0x780e9d63", "0x3b741b9e"];
    for (const other of ["0xffffffff", "0x00000000", ...enumerations])
      expect(await certificates.supportsInterface(other), other).to.equal(false);
  });

  it("has a name, a symbol and whole minor units", async () => {
    const { certificates } = await loadFixture(ercFixture);
    expect(await certificates.name()).to.equal("Tallystick Credit Certificate");
    expect(await certificates.symbol()).to.equal("TCC");
    expect(await certificates.valueDecimals()).to.equal(0n);
  });
});

describe("What ERC-721 and ERC-3525 listeners read", () => {
  it("shows the member's primary account as owner, and counts its tokens there alone", async () => {
    const { certificates, as, who, root, serial, balanceOf, fresh, stranger } =
      await loadFixture(twoAccountsFixture);
    const { address } = who.tierOne.account;
    expect(await certificates.ownerOf(root)).to.equal(address);
    await as(who.tierOne).split(root, 10n, ref);
    expect(await balanceOf(address)).to.equal(2n);
    expect(await balanceOf(fresh.address), "a second account").to.equal(0n);
    expect(await balanceOf(stranger.address)).to.equal(0n);
    expect(await certificates.ownerOf(serial(2n))).to.equal(address);
  });

  it("follows the member when it takes another primary account", async () => {
    const { certificates, members, who, root, balanceOf, fresh } =
      await loadFixture(twoAccountsFixture);
    await members.connect(who.tierOne.account).setPrimaryAccount(fresh, ref);
    expect(await certificates.ownerOf(root)).to.equal(fresh.address);
    expect(await balanceOf(fresh.address)).to.equal(1n);
    expect(await balanceOf(who.tierOne.account.address)).to.equal(0n);
  });

  it("tells value and slot, and knows no token that was never minted", async () => {
    const { certificates, root, value, valueIn, receivable } = await loadFixture(ercFixture);
    expect(await valueIn(root)).to.equal(value);
    expect(await certificates.slotOf(root)).to.equal(receivable);
    for (const read of [valueIn(99n), certificates.slotOf(99n), certificates.ownerOf(99n)])
      await expect(read)
        .to.be.revertedWithCustomError(certificates, "SplitTokenUnknown")
        .withArgs(99n);
    for (const read of [certificates.getApproved(99n), certificates.locked(99n)])
      await expect(read)
        .to.be.revertedWithCustomError(certificates, "SplitTokenUnknown")
        .withArgs(99n);
  });

  it("burns a spent token for ERC-721, while its lineage stays", async () => {
    const { certificates, as, who, root, value, trade, balanceOf, valueIn } =
      await loadFixture(ercFixture);
    const { address } = who.tierOne.account;
    await expect(as(who.tierOne).transfer(root, who.tierTwo.id, value, trade, ref))
      .to.emit(certificates, "Transfer")
      .withArgs(address, ZeroAddress, root);
    await expect(certificates.ownerOf(root))
      .to.be.revertedWithCustomError(certificates, "SplitTokenZeroValue")
      .withArgs(root);
    await expect(certificates.locked(root))
      .to.be.revertedWithCustomError(certificates, "SplitTokenZeroValue")
      .withArgs(root);
    expect(await balanceOf(address)).to.equal(0n);
    expect(await valueIn(root)).to.equal(0n);
    expect((await certificates.positionOf(root)).link.owner).to.equal(who.tierOne.id);
  });
});

describe("Whole certificates", () => {
  it("are locked, and never move by ERC-721 functions, whoever asks", async () => {
    const { certificates, as, who, root } = await loadFixture(ercFixture);
    expect(await certificates.locked(root)).to.equal(true);
    const [from, to] = [who.tierOne.account.address, who.tierTwo.account.address];
    for (const by of [who.tierOne, who.tierTwo])
      for (const sent of [
        as(by)["transferFrom(address,address,uint256)"](from, to, root),
        as(by)["safeTransferFrom(address,address,uint256)"](from, to, root),
        as(by)["safeTransferFrom(address,address,uint256,bytes)"](from, to, root, "0x12"),
      ])
        await expect(sent)
          .to.be.revertedWithCustomError(certificates, "SplitTokenLocked")
          .withArgs(root);
  });
});

describe("Approvals of certificates", () => {
  it("go to active accounts of members only", async () => {
    const { certificates, as, who, root, approve, approveValue, stranger } =
      await loadFixture(ercFixture);
    for (const sent of [
      approve(who.tierOne, stranger.address, root),
      approveValue(who.tierOne, root, stranger.address, 5n),
      as(who.tierOne).setApprovalForAll(stranger.address, true),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenOperatorNotMember")
        .withArgs(stranger.address);
    await as(who.tierOne).setApprovalForAll(stranger.address, false);
  });

  it("are given by accounts of the holder alone", async () => {
    const { certificates, members, who, root, approve, approveValue, stranger } =
      await loadFixture(ercFixture);
    const operator = who.tierThree.account.address;
    for (const sent of [
      approve(who.tierTwo, operator, root),
      approveValue(who.tierTwo, root, operator, 5n),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenNotOwner")
        .withArgs(root, who.tierTwo.id, who.tierOne.id);
    await expect(certificates.connect(stranger).setApprovalForAll(operator, true))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
  });

  it("are read back, announced and taken back", async () => {
    const { certificates, as, who, root, approve, approveValue } = await loadFixture(ercFixture);
    const [owner, operator] = [who.tierOne.account.address, who.bank.account.address];
    await expect(approve(who.tierOne, operator, root))
      .to.emit(certificates, "Approval")
      .withArgs(owner, operator, root);
    expect(await certificates.getApproved(root)).to.equal(operator);
    await approve(who.tierOne, ZeroAddress, root);
    expect(await certificates.getApproved(root)).to.equal(ZeroAddress);
    await expect(approveValue(who.tierOne, root, operator, 5n))
      .to.emit(certificates, "ApprovalValue")
      .withArgs(root, operator, 5n);
    expect(await certificates.allowance(root, operator)).to.equal(5n);
    await expect(as(who.tierOne).setApprovalForAll(operator, true))
      .to.emit(certificates, "ApprovalForAll")
      .withArgs(owner, operator, true);
    expect(await certificates.isApprovedForAll(owner, operator)).to.equal(true);
    await as(who.tierOne).setApprovalForAll(operator, false);
    expect(await certificates.isApprovedForAll(owner, operator)).to.equal(false);
  });

  it("let their operator pass value on, as the holder would", async () => {
    const { as, who, root, approve, approveValue, send, serial, positionOf } =
      await loadFixture(ercFixture);
    const { bank, tierOne, tierTwo } = who;
    const [operator, to] = [bank.account.address, tierTwo.account.address];
    await approve(tierOne, operator, root);
    await send(bank, root, to, 10n);
    await approve(tierOne, ZeroAddress, root);
    await as(tierOne).setApprovalForAll(operator, true);
    await send(bank, root, to, 20n);
    await as(tierOne).setApprovalForAll(operator, false);
    await approveValue(tierOne, root, operator, 30n);
    await send(bank, root, to, 30n);
    const children = await Promise.all([2n, 3n, 4n].map((n) => positionOf(serial(n))));
    expect(children.map(({ owner, value }) => [owner, value])).to.deep.equal([
      [tierTwo.id, 10n],
      [tierTwo.id, 20n],
      [tierTwo.id, 30n],
    ]);
  });

  it("of a value are used up, by a refused sum not at all", async () => {
    const { certificates, who, root, approveValue, send } = await loadFixture(ercFixture);
    const [operator, to] = [who.bank.account.address, who.tierTwo.account.address];
    const refused = async (value: bigint) =>
      expect(send(who.bank, root, to, value))
        .to.be.revertedWithCustomError(certificates, "SplitTokenNotApproved")
        .withArgs(root, operator);
    await refused(1n);
    await approveValue(who.tierOne, root, operator, 30n);
    await refused(31n);
    await expect(send(who.bank, root, to, 12n))
      .to.emit(certificates, "ApprovalValue")
      .withArgs(root, operator, 18n);
    expect(await certificates.allowance(root, operator)).to.equal(18n);
    await refused(19n);
    await send(who.bank, root, to, 18n);
    await refused(1n);
  });

  it("lapse when the holder revokes an account, since its epoch rises", async () => {
    const { certificates, members, as, who, root, approve, approveValue, send, fresh } =
      await loadFixture(twoAccountsFixture);
    const [owner, operator] = [fresh.address, who.bank.account.address];
    await approve(who.tierOne, operator, root);
    await approveValue(who.tierOne, root, operator, 30n);
    await as(who.tierOne).setApprovalForAll(operator, true);
    await members.connect(fresh).revokeAccount(who.tierOne.account, ref);
    expect(await certificates.getApproved(root)).to.equal(ZeroAddress);
    expect(await certificates.allowance(root, operator)).to.equal(0n);
    expect(await certificates.isApprovedForAll(owner, operator)).to.equal(false);
    await expect(send(who.bank, root, who.tierTwo.account.address, 1n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotApproved")
      .withArgs(root, operator);
    await expect(as(who.tierOne).split(root, 1n, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(who.tierOne.account.address);
    await certificates.connect(fresh).split(root, 1n, ref);
  });

  it("lapse when the holder is recovered", async () => {
    const { certificates, members, as, who, root, approve, stranger, fresh } =
      await loadFixture(twoAccountsFixture);
    const operator = who.bank.account.address;
    await members.connect(who.tierOne.account).setGuardian(who.guardian.id, ref);
    await members.connect(fresh).confirmGuardian(who.guardian.id, ref);
    await approve(who.tierOne, operator, root);
    await as(who.tierOne).setApprovalForAll(operator, true);
    const minutes = id("minutes");
    for (const party of [who.operator, who.guardian])
      await members
        .connect(party.account)
        .proposeRecovery(who.tierOne.id, stranger.address, minutes, ref);
    await time.increase(72 * 60 * 60);
    await members.executeRecovery(who.tierOne.id, ref);
    expect(await certificates.ownerOf(root)).to.equal(stranger.address);
    expect(await certificates.getApproved(root)).to.equal(ZeroAddress);
    expect(await certificates.isApprovedForAll(stranger.address, operator)).to.equal(false);
  });

  it("end with their operator's own account", async () => {
    const { members, who, root, approve, send } = await loadFixture(ercFixture);
    const { bank, operator, tierOne, tierTwo } = who;
    await approve(tierOne, bank.account.address, root);
    await members.connect(operator.account).revokeAccount(bank.account, ref);
    await expect(send(bank, root, tierTwo.account.address, 1n))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(bank.account.address);
  });
});

describe("Value that moves by ERC-3525", () => {
  it("mints a child whose trade reference is the framework contract's digest", async () => {
    const { certificates, who, root, serial, send } = await loadFixture(ercFixture);
    const sent = send(who.tierOne, root, who.tierTwo.account.address, 7n);
    await expect(sent)
      .to.emit(certificates, "Passed")
      .withArgs(
        serial(2n),
        who.tierTwo.id,
        who.obligor.id,
        root,
        7n,
        0n,
        id("framework"),
        `0x${"0".repeat(64)}`,
      );
    await expect(sent).to.emit(certificates, "TransferValue").withArgs(root, serial(2n), 7n);
  });

  it("needs the recipient's standing acceptance and an account of a member", async () => {
    const { certificates, members, who, root, send, stranger } = await loadFixture(ercFixture);
    await expect(send(who.tierOne, root, who.financierA.account.address, 7n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotAccepted")
      .withArgs(who.financierA.id, who.tierOne.id, 0n);
    await expect(send(who.tierOne, root, stranger.address, 7n))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
  });

  it("needs a holder that may circulate, whoever is its operator", async () => {
    const { members, who, root, approve, send } = await loadFixture(ercFixture);
    await approve(who.tierOne, who.bank.account.address, root);
    const sanctions = 1n << 4n;
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, sanctions, ref, ref);
    await expect(send(who.bank, root, who.tierTwo.account.address, 1n))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, sanctions);
  });

  it("goes into a sibling of the same holder, part of it too", async () => {
    const { certificates, as, who, root, serial, value, move, valueIn } =
      await loadFixture(ercFixture);
    await as(who.tierOne).split(root, 300n, ref);
    await expect(move(who.tierOne, root, serial(2n), 50n))
      .to.emit(certificates, "TransferValue")
      .withArgs(root, serial(2n), 50n);
    expect([await valueIn(root), await valueIn(serial(2n))]).to.deep.equal([value - 350n, 350n]);
  });

  it("never goes into another member's token, nor into one that is no sibling", async () => {
    const { certificates, as, who, root, serial, trade, move, standing } =
      await loadFixture(ercFixture);
    await as(who.tierOne).transfer(root, who.tierTwo.id, 500n, trade, ref);
    await expect(move(who.tierOne, root, serial(2n), 50n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenOtherMembersToken")
      .withArgs(serial(2n), who.tierTwo.id);
    await standing(who.tierOne, who.tierTwo);
    await as(who.tierTwo).transfer(serial(2n), who.tierOne.id, 100n, trade, ref);
    await expect(move(who.tierOne, serial(3n), root, 50n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotSiblings")
      .withArgs(root, serial(3n));
    await expect(move(who.tierTwo, root, serial(2n), 50n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotApproved")
      .withArgs(root, who.tierTwo.account.address);
  });

  it("does not go where the value does not fit, and nothing is no value", async () => {
    const { certificates, who, root, value, send } = await loadFixture(ercFixture);
    const to = who.tierTwo.account.address;
    await expect(send(who.tierOne, root, to, value + 1n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, value, value + 1n);
    await expect(send(who.tierOne, root, to, 0n))
      .to.be.revertedWithCustomError(certificates, "SplitTokenZeroValue")
      .withArgs(root);
    await expect(send(who.tierOne, root, to, 1n << 72n))
      .to.be.revertedWithCustomError(certificates, "SafeCastOverflowedUintDowncast")
      .withArgs(72n, 1n << 72n);
  });
});
