import { expect } from "chai";
import { chain } from "../../helpers/chain.ts";
import { circulationFixture } from "../../helpers/circulationFixture.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { ref } from "../../helpers/ref.ts";

const { loadFixture, time } = chain.networkHelpers;

/** An open offer of 250,000 to tier two, good for an hour. */
async function offered() {
  const setting = await circulationFixture();
  const { as, who, root, trade } = setting;
  const expiresAt = BigInt(await time.latest()) + 3_600n;
  await as(who.tierOne).offer(root, who.tierTwo.id, 250_000n, expiresAt, trade, ref);
  return { ...setting, expiresAt };
}

describe("Offering a part of a certificate", () => {
  it("holds the value, which then can't be passed, split or offered again", async () => {
    const { certificates, as, who, root, value, trade, positionOf } = await loadFixture(offered);
    expect((await positionOf(root)).held).to.equal(250_000n);
    const tooMuch = as(who.tierOne).transfer(root, who.tierTwo.id, 750_001n, trade, ref);
    await expect(tooMuch)
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, value - 250_000n, 750_001n);
    await as(who.tierOne).transfer(root, who.tierTwo.id, 750_000n, trade, ref);
  });

  it("passes to the recipient when it accepts, and only once", async () => {
    const { certificates, as, who, root, serial, positionOf } = await loadFixture(offered);
    await expect(as(who.tierThree).acceptOffer(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenOfferParty")
      .withArgs(1n, who.tierThree.id, who.tierTwo.id);
    await expect(as(who.tierTwo).acceptOffer(1n, ref))
      .to.emit(certificates, "OfferAccepted")
      .withArgs(1n, serial(2n), ref);
    expect((await positionOf(serial(2n))).value).to.equal(250_000n);
    expect((await positionOf(root)).held).to.equal(0n);
    await expect(as(who.tierTwo).acceptOffer(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenOfferNotOpen")
      .withArgs(1n, 2n);
  });

  it("is declined by the recipient, cancelled by the holder, and gives the value back", async () => {
    const { certificates, as, who, root, trade, expiresAt, positionOf } =
      await loadFixture(offered);
    await expect(as(who.tierOne).declineOffer(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenOfferParty")
      .withArgs(1n, who.tierOne.id, who.tierTwo.id);
    await as(who.tierTwo).declineOffer(1n, ref);
    expect((await positionOf(root)).held).to.equal(0n);
    await as(who.tierOne).offer(root, who.tierTwo.id, 9n, expiresAt, trade, ref);
    await expect(as(who.tierTwo).cancelOffer(2n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenOfferParty")
      .withArgs(2n, who.tierTwo.id, who.tierOne.id);
    await as(who.tierOne).cancelOffer(2n, ref);
    expect((await positionOf(root)).held).to.equal(0n);
  });

  it("expires: then it can't be accepted, and anyone may end it", async () => {
    const { certificates, as, who, root, expiresAt, stranger, positionOf } =
      await loadFixture(offered);
    const early = certificates.connect(stranger).expireOffer(1n, ref);
    await expect(early).to.be.revertedWithCustomError(certificates, "SplitTokenNotExpired");
    await time.setNextBlockTimestamp(expiresAt + 1n);
    await expect(as(who.tierTwo).acceptOffer(1n, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExpired")
      .withArgs(1n, expiresAt + 1n, expiresAt);
    await expect(certificates.connect(stranger).expireOffer(1n, ref)).to.emit(
      certificates,
      "OfferExpired",
    );
    expect((await positionOf(root)).held).to.equal(0n);
  });

  it("can be accepted in its very last second", async () => {
    const { certificates, as, who, expiresAt } = await loadFixture(offered);
    await time.setNextBlockTimestamp(expiresAt);
    await expect(as(who.tierTwo).acceptOffer(1n, ref)).to.emit(certificates, "OfferAccepted");
  });

  it("ends with circulation: after the due day anyone may end it before its own expiry", async () => {
    const { certificates, as, who, root, terms, trade, stranger } = await loadFixture(offered);
    const far = BigInt(await time.latest()) + 400n * 86_400n;
    await as(who.tierOne).offer(root, who.tierTwo.id, 5n, far, trade, ref);
    await civilDay.goTo(BigInt(terms.dueDay) + 1n);
    await expect(as(who.tierTwo).acceptOffer(2n, ref)).to.be.revertedWithCustomError(
      certificates,
      "SplitTokenClosed",
    );
    await certificates.connect(stranger).expireOffer(2n, ref);
  });

  it("is refused for an expiry in the past, to oneself and to the obligor", async () => {
    const { certificates, as, who, root, trade, expiresAt } = await loadFixture(offered);
    const mine = as(who.tierOne);
    await expect(
      mine.offer(root, who.tierTwo.id, 1n, 1n, trade, ref),
    ).to.be.revertedWithCustomError(certificates, "SplitTokenExpiryInPast");
    await expect(mine.offer(root, who.tierOne.id, 1n, expiresAt, trade, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenToSelf")
      .withArgs(root, who.tierOne.id);
    await expect(mine.offer(root, who.obligor.id, 1n, expiresAt, trade, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenToDebtor")
      .withArgs(root, who.obligor.id);
  });

  it("waits while its sender is suspended", async () => {
    const { members, as, who } = await loadFixture(offered);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.tierOne.id, 1n << 4n, ref, ref);
    await expect(as(who.tierTwo).acceptOffer(1n, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, 1n << 4n);
    await operator.setSuspensions(who.tierOne.id, 0n, ref, ref);
    await as(who.tierTwo).acceptOffer(1n, ref);
  });
});
