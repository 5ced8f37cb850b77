import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { circulationFixture } from "../../helpers/circulationFixture.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";
import { signatureOf } from "../../helpers/signatureOf.ts";

const { loadFixture } = chain.networkHelpers;
const suspension = { sanctions: 1n << 4n };

describe("Splitting a certificate", () => {
  it("makes a sibling of the same holder, tier and parent, and loses nothing", async () => {
    const { certificates, as, who, root, serial, value, positionOf } =
      await loadFixture(circulationFixture);
    await expect(as(who.tierOne).split(root, 300_000n, ref))
      .to.emit(certificates, "SplitToSelf")
      .withArgs(serial(2n), root, 300_000n, ref);
    const [rest, part] = [await positionOf(root), await positionOf(serial(2n))];
    expect(rest.value + part.value).to.equal(value);
    expect([part.tier, part.owner]).to.deep.equal([1n, who.tierOne.id]);
    expect((await certificates.positionOf(serial(2n))).parentId).to.equal(0n);
  });

  it("is refused for nothing, for everything, for more than is free and for others", async () => {
    const { certificates, as, who, root, value } = await loadFixture(circulationFixture);
    const mine = as(who.tierOne);
    const refused = (sent: Promise<unknown>, name: string, ...args: unknown[]) =>
      expect(sent)
        .to.be.revertedWithCustomError(certificates, name)
        .withArgs(...args);
    await refused(mine.split(root, 0n, ref), "SplitTokenZeroValue", root);
    await refused(mine.split(root, value, ref), "SplitTokenWholeOnly", root, value, value);
    await refused(
      mine.split(root, value + 1n, ref),
      "SplitTokenExceedsFree",
      root,
      value,
      value + 1n,
    );
    const foreign = as(who.tierTwo).split(root, 1n, ref);
    await refused(foreign, "SplitTokenNotOwner", root, who.tierTwo.id, who.tierOne.id);
    await refused(mine.split(99n, 1n, ref), "SplitTokenUnknown", 99n);
  });

  it("overflows no amount: what does not fit 72 bits is refused", async () => {
    const { certificates, as, who, root } = await loadFixture(circulationFixture);
    await expect(as(who.tierOne).split(root, 1n << 72n, ref))
      .to.be.revertedWithCustomError(certificates, "SafeCastOverflowedUintDowncast")
      .withArgs(72n, 1n << 72n);
  });
});

describe("Merging certificates", () => {
  it("puts siblings together again and burns what is emptied", async () => {
    const { certificates, as, who, root, serial, value, positionOf } =
      await loadFixture(circulationFixture);
    const mine = as(who.tierOne);
    await mine.split(root, 300_000n, ref);
    await mine.split(root, 200_000n, ref);
    await expect(mine.merge(root, [serial(2n), serial(3n)], ref))
      .to.emit(certificates, "Merged")
      .withArgs(root, serial(3n), 200_000n, ref);
    expect((await positionOf(root)).value).to.equal(value);
    expect((await positionOf(serial(2n))).value).to.equal(0n);
    const primary = await who.tierOne.account.getAddress();
    expect(await certificates["balanceOf(address)"](primary)).to.equal(1n);
  });

  it("is refused for other holders' tokens, other parents, held value and itself", async () => {
    const { certificates, as, who, root, serial, trade } = await loadFixture(circulationFixture);
    const mine = as(who.tierOne);
    await mine.split(root, 300_000n, ref);
    await mine.transfer(root, who.tierTwo.id, 100n, trade, ref);
    const refused = (sent: Promise<unknown>, name: string, ...args: unknown[]) =>
      expect(sent)
        .to.be.revertedWithCustomError(certificates, name)
        .withArgs(...args);
    await refused(mine.merge(root, [root], ref), "SplitTokenNotSiblings", root, root);
    const other = mine.merge(root, [serial(3n)], ref);
    await refused(other, "SplitTokenNotOwner", serial(3n), who.tierOne.id, who.tierTwo.id);
    const into = mine.merge(serial(3n), [root], ref);
    await refused(into, "SplitTokenOtherMembersToken", serial(3n), who.tierTwo.id);
    await refused(mine.merge(root, [], ref), "SplitTokenBatchSize", 0n, 200n);
    const later = (await chain.networkHelpers.time.latest()) + 1_000;
    await mine.offer(serial(2n), who.tierTwo.id, 50n, later, trade, ref);
    await refused(mine.merge(root, [serial(2n)], ref), "SplitTokenHeld", serial(2n), 50n);
    await refused(mine.merge(serial(2n), [root], ref), "SplitTokenHeld", serial(2n), 50n);
  });
});

describe("Passing a certificate on under a standing acceptance", () => {
  it("mints a child one tier down, notifies the obligor and keeps the trade reference", async () => {
    const { certificates, as, who, root, serial, value, trade, positionOf } =
      await loadFixture(circulationFixture);
    await expect(as(who.tierOne).transfer(root, who.tierTwo.id, 400_000n, trade, ref))
      .to.emit(certificates, "Passed")
      .withArgs(serial(2n), who.tierTwo.id, who.obligor.id, root, 400_000n, 0n, trade, ref);
    const child = await positionOf(serial(2n));
    expect([child.owner, child.value, child.tier]).to.deep.equal([who.tierTwo.id, 400_000n, 2n]);
    expect((await positionOf(root)).value).to.equal(value - 400_000n);
  });

  it("answers the lineage from chain state alone, child to root", async () => {
    const { certificates, as, who, root, serial, trade } = await loadFixture(circulationFixture);
    await as(who.tierOne).transfer(root, who.tierTwo.id, 400_000n, trade, ref);
    await as(who.tierTwo).transfer(serial(2n), who.tierThree.id, 400_000n, trade, ref);
    const lineage = await certificates.lineage(serial(3n));
    expect(lineage.map(({ id, tier, value }) => [id, tier, value])).to.deep.equal([
      [serial(3n), 3n, 400_000n],
      [serial(2n), 2n, 0n],
      [root, 1n, 600_000n],
    ]);
  });

  it("is refused to oneself, to the obligor, without acceptance and to who may not receive", async () => {
    const { certificates, members, as, who, root, trade } = await loadFixture(circulationFixture);
    const pass = (to: bigint, value = 10n) => as(who.tierOne).transfer(root, to, value, trade, ref);
    const noWord = (to: bigint) =>
      expect(pass(to))
        .to.be.revertedWithCustomError(certificates, "SplitTokenNotAccepted")
        .withArgs(to, who.tierOne.id, 0n);
    await expect(pass(who.tierOne.id))
      .to.be.revertedWithCustomError(certificates, "SplitTokenToSelf")
      .withArgs(0n, who.tierOne.id);
    await noWord(who.obligor.id);
    await noWord(77n);
    const revoked = as(who.tierTwo).setStandingAcceptance(who.tierOne.id, 1n, trade, ref);
    await revoked;
    await expect(pass(who.tierTwo.id))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotAccepted")
      .withArgs(who.tierTwo.id, who.tierOne.id, 1n);
    await members
      .connect(who.operator.account)
      .setSuspensions(who.tierThree.id, suspension.sanctions, ref, ref);
    await expect(pass(who.tierThree.id))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierThree.id, suspension.sanctions);
  });

  it("is refused to a suspended sender, to strangers and to those without the supplier's role", async () => {
    const { certificates, members, as, who, root, trade, stranger } =
      await loadFixture(circulationFixture);
    await expect(certificates.connect(stranger).transfer(root, who.tierTwo.id, 1n, trade, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(stranger.address);
    await expect(as(who.bank).transfer(root, who.tierTwo.id, 1n, trade, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.bank.id, 1n << 5n, 1n << 1n);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, suspension.sanctions, ref, ref);
    await expect(as(who.tierOne).transfer(root, who.tierTwo.id, 1n, trade, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, suspension.sanctions);
  });

  it("ends with the due day", async () => {
    const { certificates, as, who, root, terms, trade, receivable } =
      await loadFixture(circulationFixture);
    const due = BigInt(terms.dueDay);
    await civilDay.goTo(due);
    await as(who.tierOne).transfer(root, who.tierTwo.id, 10n, trade, ref);
    await civilDay.goTo(due + 1n);
    const late = as(who.tierOne).transfer(root, who.tierTwo.id, 10n, trade, ref);
    await expect(late)
      .to.be.revertedWithCustomError(certificates, "SplitTokenClosed")
      .withArgs(receivable, due + 1n, due);
  });
});

describe("Passing a certificate on with the recipient's signature", () => {
  it("takes one transaction and one signature, once", async () => {
    const { certificates, members, as, who, root, serial, trade, deployment, positionOf } =
      await loadFixture(circulationFixture);
    const to = who.tierTwo.id;
    const message = { token: root, to, value: 5n, tradeReference: trade, nonce: 7n };
    const its = await signatureOf(deployment, "acceptance", who.tierTwo, message);
    const acceptance = { ...message, deadline: its.deadline, epoch: its.epoch };
    const send = (changes: object = {}) =>
      as(who.tierOne).transferWithAcceptance(
        { ...acceptance, ...changes },
        its.account,
        its.signature,
        ref,
      );
    for (const changes of [
      { value: 6n },
      { token: serial(9n) },
      { nonce: 8n },
      { tradeReference: ref },
    ])
      await expect(send(changes)).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    await expect(send()).to.emit(certificates, "NonceSpent").withArgs(to, 7n, ref);
    expect((await positionOf(serial(2n))).owner).to.equal(who.tierTwo.id);
    await expect(send())
      .to.be.revertedWithCustomError(certificates, "SplitTokenNonceUsed")
      .withArgs(who.tierTwo.id, 7n);
  });

  it("is refused after the nonce was cancelled", async () => {
    const { certificates, as, who } = await loadFixture(circulationFixture);
    await expect(as(who.tierTwo).cancelNonce(7n, ref))
      .to.emit(certificates, "NonceSpent")
      .withArgs(who.tierTwo.id, 7n, ref);
    expect(await certificates.isNonceUsed(who.tierTwo.id, 7n)).to.equal(true);
    await expect(as(who.tierTwo).cancelNonce(7n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNonceUsed")
      .withArgs(who.tierTwo.id, 7n);
  });
});
