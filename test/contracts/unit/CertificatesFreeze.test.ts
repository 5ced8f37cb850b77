import { expect } from "chai";
import { id } from "ethers";
import { connectCreditCertificates } from "../../../sdk/contracts/connectCreditCertificates.ts";
import { chain } from "../../helpers/chain.ts";
import { holdsFixture } from "../../helpers/holdsFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { signatureOf } from "../../helpers/signatureOf.ts";

const { loadFixture } = chain.networkHelpers;
const order = id("court order");
const other = id("another order");

/** The certificates as the two legal accounts see them. */
async function legalFixture() {
  const setting = await holdsFixture();
  const { deployment, who, secondLegal } = setting;
  const at = deployment.addresses.creditCertificates;
  return {
    ...setting,
    first: connectCreditCertificates(at, who.legal.account),
    second: connectCreditCertificates(at, secondLegal),
  };
}

/** The root is frozen, with an open offer (1), a hold (1) and a sibling (serial 2). */
async function frozenFixture() {
  const setting = await legalFixture();
  const { as, who, root, trade, expiresAt } = setting;
  await as(who.tierOne).split(root, 1_000n, ref);
  await as(who.tierOne).offer(root, who.tierTwo.id, 2_000n, expiresAt, trade, ref);
  await setting.hold(3_000n);
  await setting.first.proposeFreeze(root, true, order, ref);
  await setting.second.confirmFreeze(root, true, order, ref);
  return setting;
}

describe("A legal freeze", () => {
  it("is proposed by one legal account and confirmed by another one", async () => {
    const { certificates, first, second, secondLegal, who, root, positionOf } =
      await loadFixture(legalFixture);
    const proposer = who.legal.account.address;
    await expect(first.proposeFreeze(root, true, order, ref))
      .to.emit(certificates, "FreezeProposed")
      .withArgs(root, true, order, who.legal.id, proposer, ref);
    expect((await positionOf(root)).flags).to.equal(0n);
    await expect(first.confirmFreeze(root, true, order, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesSameAccount")
      .withArgs(root, proposer);
    const sent = second.confirmFreeze(root, true, order, ref);
    await expect(sent)
      .to.emit(certificates, "FreezeConfirmed")
      .withArgs(root, true, order, who.legal.id, secondLegal.address, ref);
    await expect(sent).to.emit(certificates, "FlagsSet").withArgs(root, 1n, ref);
    expect((await positionOf(root)).flags).to.equal(1n);
  });

  it("needs a proposal whose account was not revoked since", async () => {
    const { members, first, second, secondLegal, who, root, positionOf } =
      await loadFixture(legalFixture);
    await first.proposeFreeze(root, true, order, ref);
    await members.connect(secondLegal).revokeAccount(who.legal.account, ref);
    await expect(second.confirmFreeze(root, true, order, ref))
      .to.be.revertedWithCustomError(members, "MembersAccountNotActive")
      .withArgs(who.legal.account.address);
    expect((await positionOf(root)).flags).to.equal(0n);
  });

  it("is the business of legal accounts that are not suspended", async () => {
    const { members, as, first, second, who, root } = await loadFixture(legalFixture);
    for (const sent of [
      as(who.operator).proposeFreeze(root, true, order, ref),
      as(who.operator).confirmFreeze(root, true, order, ref),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(members, "MembersMissingRole")
        .withArgs(who.operator.id, 1n << 11n, 1n << 10n);
    await first.proposeFreeze(root, true, order, ref);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.legal.id, 1n << 3n, ref, ref);
    for (const sent of [
      first.proposeFreeze(root, true, order, ref),
      second.confirmFreeze(root, true, order, ref),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(members, "MembersSuspended")
        .withArgs(who.legal.id, 1n << 3n);
  });

  it("changes something or is refused", async () => {
    const { certificates, first, second, root } = await loadFixture(legalFixture);
    await expect(first.proposeFreeze(root, false, order, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesFreezeState")
      .withArgs(root, false);
    await expect(first.proposeFreeze(99n, true, order, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenUnknown")
      .withArgs(99n);
    await first.proposeFreeze(root, true, order, ref);
    await second.confirmFreeze(root, true, order, ref);
    await expect(first.proposeFreeze(root, true, order, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesFreezeState")
      .withArgs(root, true);
  });

  it("is confirmed for the document and the direction that were proposed, once", async () => {
    const { certificates, first, second, root } = await loadFixture(legalFixture);
    const refused = (freeze: boolean, digest: string) =>
      expect(second.confirmFreeze(root, freeze, digest, ref))
        .to.be.revertedWithCustomError(certificates, "CertificatesNoProposal")
        .withArgs(root);
    await refused(true, order);
    await first.proposeFreeze(root, true, order, ref);
    await refused(true, other);
    await refused(false, order);
    await second.confirmFreeze(root, true, order, ref);
    await refused(true, order);
  });

  it("stands as proposed last", async () => {
    const { certificates, first, second, who, root } = await loadFixture(legalFixture);
    await first.proposeFreeze(root, true, order, ref);
    await second.proposeFreeze(root, true, other, ref);
    await expect(first.confirmFreeze(root, true, order, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesNoProposal")
      .withArgs(root);
    await expect(first.confirmFreeze(root, true, other, ref))
      .to.emit(certificates, "FreezeConfirmed")
      .withArgs(root, true, other, who.legal.id, who.legal.account.address, ref);
  });
});

describe("A frozen certificate", () => {
  it("moves by no verb of its holder or of recipients", async () => {
    const setting = await loadFixture(frozenFixture);
    const { certificates, as, deployment, who, root, serial, trade, expiresAt, value } = setting;
    const [mine, to] = [as(who.tierOne), who.tierTwo.id];
    const message = { token: root, to, value: 5n, tradeReference: trade, nonce: 7n };
    const signed = await signatureOf(deployment, "acceptance", who.tierTwo, message);
    const { deadline, epoch, account, signature } = signed;
    for (const sent of [
      mine.split(root, 5n, ref),
      mine.merge(serial(2n), [root], ref),
      mine.transfer(root, to, 5n, trade, ref),
      mine.transferBatch(root, [{ to, value: 5n, tradeReference: trade }], ref),
      mine.transferWithAcceptance({ ...message, deadline, epoch }, account, signature, ref),
      mine.offer(root, to, 5n, expiresAt, trade, ref),
      mine["transferFrom(uint256,address,uint256)"](root, who.tierTwo.account.address, 5n),
      mine["transferFrom(uint256,uint256,uint256)"](root, serial(2n), 5n),
      as(who.tierTwo).acceptOffer(1n, ref),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenFrozen")
        .withArgs(root);
    await expect(mine.merge(root, [serial(2n)], ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotSiblings")
      .withArgs(root, serial(2n));
    expect((await certificates.totalsOf(root >> 32n)).live).to.equal(value);
  });

  it("moves by no verb of ledger contracts", async () => {
    const { certificates, factoring, early, who, root, trade, hold } =
      await loadFixture(frozenFixture);
    for (const sent of [
      hold(5n),
      factoring.commitHold(1n, who.financierA.id, 2n, 1n, trade, ref),
      factoring.settleHold(1n, ref),
      factoring.deliverWhole(root, who.financierA.id, 2n, 2n, ref),
      early.retire(root, who.tierOne.id, 5n, ref),
    ])
      await expect(sent)
        .to.be.revertedWithCustomError(certificates, "SplitTokenFrozen")
        .withArgs(root);
  });

  it("still lets offers and holds end, and payments be accepted", async () => {
    const { factoring, as, who, root, positionOf } = await loadFixture(frozenFixture);
    await as(who.tierTwo).declineOffer(1n, ref);
    await factoring.makeFirm(1n, ref);
    await factoring.releaseHold(1n, ref);
    expect((await positionOf(root)).held).to.equal(0n);
  });

  it("leaves its siblings and children alone", async () => {
    const { as, who, serial, trade } = await loadFixture(frozenFixture);
    await as(who.tierOne).transfer(serial(2n), who.tierTwo.id, 500n, trade, ref);
  });

  it("moves again after its release, which takes two accounts as well", async () => {
    const setting = await loadFixture(frozenFixture);
    const { certificates, first, second, secondLegal, as, who, root, trade } = setting;
    await second.proposeFreeze(root, false, other, ref);
    await expect(second.confirmFreeze(root, false, other, ref))
      .to.be.revertedWithCustomError(certificates, "CertificatesSameAccount")
      .withArgs(root, secondLegal.address);
    await expect(first.confirmFreeze(root, false, other, ref))
      .to.emit(certificates, "FlagsSet")
      .withArgs(root, 0n, ref);
    await as(who.tierTwo).acceptOffer(1n, ref);
    await setting.factoring.commitHold(1n, who.financierA.id, 2n, 1n, trade, ref);
    await as(who.tierOne).split(root, 5n, ref);
  });
});
