import { expect } from "chai";
import { id, ZeroHash } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { day } from "../../helpers/days.ts";
import { liensFixture, noConsent, noRegistration } from "../../helpers/liensFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { roles } from "../../helpers/roles.ts";

const { loadFixture, time } = chain.networkHelpers;
const state = { none: 0n, proposed: 1n, active: 2n, selling: 3n, paid: 4n, ended: 5n };
const pledged = 16n;

describe("A pledge of a certificate", () => {
  it("holds value at once, and is active once it is accepted and registered", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who, root, certificates } = s;
    const pledge = await s.pledgeOf();
    const lien = s.idOf(1n, 1n);
    await expect(s.as(who.tierOne).pledge(pledge, ref))
      .to.emit(liens, "LienProposed")
      .withArgs(lien, who.financierA.id, who.tierOne.id, Object.values(pledge), ref);
    expect((await s.positionOf(root)).held).to.equal(400_000n);
    expect((await s.positionOf(root)).flags).to.equal(0n);

    const registration = await s.registration();
    const sent = s.as(who.financierA).accept(lien, registration, ref);
    await expect(sent).to.emit(liens, "LienAccepted").withArgs(lien, who.financierA.id, ref);
    await expect(sent)
      .to.emit(liens, "LienRegistered")
      .withArgs(lien, registration.number, registration.registeredAt, ref);
    await expect(sent).to.emit(liens, "LienActivated").withArgs(lien, ref);
    await expect(sent).to.emit(certificates, "HoldKept").withArgs(1n, ref);
    await expect(sent).to.emit(certificates, "FlagsSet").withArgs(root, pledged, ref);
    expect(await liens.lienOf(lien)).to.deep.equal([
      pledge.asset,
      root,
      400_000n,
      0n,
      who.financierA.id,
      who.tierOne.id,
      registration.registeredAt,
      0n,
      state.active,
      true,
      false,
      pledge.terms,
    ]);
    expect(await liens.liensOn(pledge.asset, root)).to.deep.equal([lien]);
  });

  it("may be accepted first and registered later", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who } = s;
    const lien = await s.pledge();
    const secured = s.as(who.financierA);
    const registration = await s.registration();
    await expect(secured.register(lien, registration, ref))
      .to.be.revertedWithCustomError(liens, "LiensNotAccepted")
      .withArgs(lien);
    await secured.accept(lien, noRegistration, ref);
    expect((await liens.lienOf(lien)).state).to.equal(state.proposed);
    await expect(secured.accept(lien, registration, ref))
      .to.be.revertedWithCustomError(liens, "LiensAccepted")
      .withArgs(lien);
    await secured.register(lien, registration, ref);
    expect((await liens.lienOf(lien)).state).to.equal(state.active);
    await expect(secured.register(lien, registration, ref))
      .to.be.revertedWithCustomError(liens, "LiensRegistered")
      .withArgs(lien, registration.registeredAt);
  });

  it("is not registered without a number, nor ahead of time", async () => {
    const s = await loadFixture(liensFixture);
    const lien = await s.pledge();
    const secured = s.as(s.who.financierA);
    const good = await s.registration();
    await expect(secured.accept(lien, { ...good, number: ZeroHash }, ref))
      .to.be.revertedWithCustomError(s.liens, "LiensRegistryNumberMissing")
      .withArgs(lien);
    await expect(
      secured.accept(lien, { ...good, registeredAt: 0n }, ref),
    ).to.be.revertedWithCustomError(s.liens, "LiensTimeAhead");
    const ahead = (await blockTime()) + day;
    await expect(
      secured.accept(lien, { ...good, registeredAt: ahead }, ref),
    ).to.be.revertedWithCustomError(s.liens, "LiensTimeAhead");
  });

  it("of value that is pledged already is refused, and so is one of somebody else's", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, who, root } = s;
    await s.encumber(700_000n);
    await expect(s.pledge({ amount: 300_001n, securedParty: who.financierB.id }))
      .to.be.revertedWithCustomError(certificates, "SplitTokenExceedsFree")
      .withArgs(root, 300_000n, 300_001n);
    const pledge = await s.pledgeOf({ amount: 1n });
    await expect(s.as(who.tierTwo).pledge(pledge, ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenNotOwner")
      .withArgs(root, who.tierTwo.id, who.tierOne.id);
  });

  it("names an asset that can be pledged, terms, a debt and a financier other than the debtor", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, members, who, stranger } = s;
    await expect(s.pledge({ asset: stranger.address }))
      .to.be.revertedWithCustomError(liens, "LiensUnknownAsset")
      .withArgs(stranger.address);
    await expect(s.pledge({ terms: ZeroHash }))
      .to.be.revertedWithCustomError(liens, "LiensTermsMissing")
      .withArgs(ZeroHash, id("loan 1"));
    await expect(s.pledge({ debt: ZeroHash })).to.be.revertedWithCustomError(
      liens,
      "LiensTermsMissing",
    );
    await expect(s.pledge({ securedParty: who.tierOne.id }))
      .to.be.revertedWithCustomError(liens, "LiensSameParty")
      .withArgs(who.tierOne.id);
    await expect(s.pledge({ securedParty: who.tierTwo.id }))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.tierTwo.id, roles.supplier, roles.financier);
    await expect(s.pledge({ securedParty: 99n })).to.be.revertedWithCustomError(
      members,
      "MembersUnknownMember",
    );
  });

  it("may not be accepted by a financier that is suspended, nor by anyone else", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, members, who } = s;
    const lien = await s.pledge();
    await expect(s.as(who.financierB).accept(lien, noRegistration, ref))
      .to.be.revertedWithCustomError(liens, "LiensNotParty")
      .withArgs(lien, who.financierB.id, who.financierA.id);
    const licence = 4n;
    await members
      .connect(who.operator.account)
      .setSuspensions(who.financierA.id, licence, id("order"), ref);
    await expect(
      s.as(who.financierA).accept(lien, noRegistration, ref),
    ).to.be.revertedWithCustomError(members, "MembersSuspended");
    await expect(s.pledge()).to.be.revertedWithCustomError(members, "MembersSuspended");
  });

  it("may be made by a suspended holder, unless its keys are in doubt", async () => {
    const s = await loadFixture(liensFixture);
    const { members, who } = s;
    await members
      .connect(who.operator.account)
      .setSuspensions(who.tierOne.id, 4n, id("order"), ref);
    await s.encumber(1_000n);
    const recovery = 2n;
    const holder = members.connect(who.tierOne.account);
    await holder.setGuardian(who.guardian.id, ref);
    await time.increase(2n * day);
    await holder.confirmGuardian(who.guardian.id, ref);
    for (const { account } of [who.operator, who.guardian])
      await members.connect(account).proposeRecovery(who.tierOne.id, s.fresh, ref, ref);
    await expect(s.pledge())
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.tierOne.id, recovery);
  });

  it("of a position that is financed with recourse is never kept", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, addresses, who, root } = s;
    const factoring = certificates.connect(
      await chain.ethers.getImpersonatedSigner(addresses.factoring),
    );
    const recourse = 6n;
    await factoring.deliverWhole(root, who.tierTwo.id, recourse, 1n, ref);
    const child = s.token(root >> 32n, 2n);
    const pledge = await s.pledgeOf({ token: child, amount: 1_000_000n });
    await s.as(who.tierTwo).pledge(pledge, ref);
    await expect(s.as(who.financierA).accept(s.idOf(1n, 1n), await s.registration(), ref))
      .to.be.revertedWithCustomError(certificates, "SplitTokenFinanced")
      .withArgs(child);
  });

  it("is refused, withdrawn or expired by whom it concerns, and frees what it held", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who, root } = s;
    const [refused, withdrawn, expired] = [
      await s.pledge({ amount: 1n }),
      await s.pledge({ amount: 2n }),
      await s.pledge({ amount: 4n }),
    ];
    await expect(s.as(who.financierA).refuse(refused, ref))
      .to.emit(liens, "LienRefused")
      .withArgs(refused, who.financierA.id, ref);
    expect((await s.positionOf(root)).held).to.equal(6n);
    await expect(s.as(who.financierA).withdraw(withdrawn, ref))
      .to.be.revertedWithCustomError(liens, "LiensNotParty")
      .withArgs(withdrawn, who.financierA.id, who.tierOne.id);
    await expect(s.as(who.tierOne).withdraw(withdrawn, ref)).to.emit(liens, "LienWithdrawn");
    await expect(liens.expire(expired, ref)).to.be.revertedWithCustomError(
      liens,
      "LiensNotExpired",
    );
    await s.as(who.financierA).accept(expired, noRegistration, ref);
    await expect(s.as(who.tierOne).withdraw(expired, ref))
      .to.be.revertedWithCustomError(liens, "LiensAccepted")
      .withArgs(expired);
    await time.increase(2n * day);
    await expect(
      s.as(who.financierA).register(expired, await s.registration(), ref),
    ).to.be.revertedWithCustomError(s.certificates, "SplitTokenExpired");
    await expect(liens.expire(expired, ref)).to.emit(liens, "LienExpired").withArgs(expired, ref);
    expect((await s.positionOf(root)).held).to.equal(0n);
    await expect(liens.expire(expired, ref))
      .to.be.revertedWithCustomError(liens, "LiensWrongState")
      .withArgs(expired, state.ended, state.proposed);
    await expect(liens.expire(99n, ref))
      .to.be.revertedWithCustomError(liens, "LiensUnknown")
      .withArgs(99n);
  });

  it("expires with circulation, and is not accepted after it", async () => {
    const s = await loadFixture(liensFixture);
    const lien = await s.pledge({ expiresAt: (1n << 40n) - 1n });
    await civilDay.goTo(s.dueDay + 1n);
    await expect(
      s.as(s.who.financierA).accept(lien, await s.registration(), ref),
    ).to.be.revertedWithCustomError(s.certificates, "SplitTokenExpired");
    await expect(s.liens.expire(lien, ref)).to.emit(s.liens, "LienExpired");
  });

  it("takes one transaction with the secured party's signature, once", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, members, who } = s;
    const pledge = await s.pledgeOf();
    const registration = await s.registration();
    const message = { ...pledge, debtor: who.tierOne.id, ...registration };
    const consent = await s.consentOf("PledgeAcceptance", who.financierA, message);
    const debtor = s.as(who.tierOne);
    const other = { ...pledge, amount: 400_001n };
    await expect(
      debtor.pledgeWithSignatures(other, registration, consent, noConsent, ref),
    ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
    const sent = debtor.pledgeWithSignatures(pledge, registration, consent, noConsent, ref);
    await expect(sent).to.emit(liens, "LienActivated").withArgs(s.idOf(1n, 1n), ref);
    await expect(sent)
      .to.emit(liens, "LienNonceSpent")
      .withArgs(who.financierA.id, consent.nonce, ref);
    expect(await liens.isNonceUsed(who.financierA.id, consent.nonce)).to.equal(true);
    await expect(debtor.pledgeWithSignatures(pledge, registration, consent, noConsent, ref))
      .to.be.revertedWithCustomError(liens, "LiensNonceUsed")
      .withArgs(who.financierA.id, consent.nonce);
  });

  it("is void once the secured party cancels the nonce that it signed", async () => {
    const s = await loadFixture(liensFixture);
    const { who } = s;
    const pledge = await s.pledgeOf();
    const message = { ...pledge, debtor: who.tierOne.id, ...noRegistration };
    const consent = await s.consentOf("PledgeAcceptance", who.financierA, message);
    await s.as(who.financierA).cancelNonce(consent.nonce, ref);
    await expect(
      s.as(who.tierOne).pledgeWithSignatures(pledge, noRegistration, consent, noConsent, ref),
    ).to.be.revertedWithCustomError(s.liens, "LiensNonceUsed");
  });

  it("leaves the holder what is free, split off without the pledge", async () => {
    const s = await loadFixture(liensFixture);
    const { certificates, who, root } = s;
    await s.encumber(700_000n);
    const holder = certificates.connect(who.tierOne.account);
    await expect(holder.split(root, 300_001n, ref)).to.be.revertedWithCustomError(
      certificates,
      "SplitTokenExceedsFree",
    );
    await holder.split(root, 300_000n, ref);
    const sibling = await s.positionOf(s.token(root >> 32n, 2n));
    expect([sibling.value, sibling.held, sibling.flags]).to.deep.equal([300_000n, 0n, 0n]);
  });

  it("is one of eight active ones at most", async () => {
    const s = await loadFixture(liensFixture);
    for (let n = 0n; n < 8n; n++) await s.encumber(10n + n);
    const ninth = await s.pledge({ amount: 1n });
    await expect(s.as(s.who.financierA).accept(ninth, await s.registration(), ref))
      .to.be.revertedWithCustomError(s.liens, "LiensTooMany")
      .withArgs(s.root, 8n, 8n);
    await s.as(s.who.financierA).release(s.idOf(1n, 3n), 12n, ref);
    await s.as(s.who.financierA).accept(ninth, await s.registration(), ref);
    expect(await s.liens.liensOn(s.addresses.creditCertificates, s.root)).to.have.length(8);
  });
});

describe("An active lien", () => {
  it("is released in part and in whole, by the secured party alone", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who, root } = s;
    const lien = await s.encumber(400_000n);
    await expect(s.as(who.tierOne).release(lien, 1n, ref))
      .to.be.revertedWithCustomError(liens, "LiensNotParty")
      .withArgs(lien, who.tierOne.id, who.financierA.id);
    for (const amount of [0n, 400_001n])
      await expect(s.as(who.financierA).release(lien, amount, ref))
        .to.be.revertedWithCustomError(liens, "LiensExceeded")
        .withArgs(lien, 400_000n, amount);
    await expect(s.as(who.financierA).release(lien, 150_000n, ref))
      .to.emit(liens, "LienReleased")
      .withArgs(lien, 150_000n, 250_000n, ref);
    expect((await s.positionOf(root)).held).to.equal(250_000n);
    await s.as(who.financierA).release(lien, 250_000n, ref);
    expect([(await s.positionOf(root)).held, (await s.positionOf(root)).flags]).to.deep.equal([
      0n,
      0n,
    ]);
    expect((await liens.lienOf(lien)).state).to.equal(state.ended);
    await expect(s.as(who.financierA).release(lien, 1n, ref)).to.be.revertedWithCustomError(
      liens,
      "LiensWrongState",
    );
  });

  it("has its notice recorded as a fact of the past", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who } = s;
    const lien = await s.encumber(1_000n);
    const now = await blockTime();
    await expect(s.as(who.financierA).recordNotice(lien, now, id("receipt"), ref))
      .to.emit(liens, "LienNoticeRecorded")
      .withArgs(lien, now, id("receipt"), ref);
    await expect(
      s.as(who.financierA).recordNotice(lien, now + day, id("receipt"), ref),
    ).to.be.revertedWithCustomError(liens, "LiensTimeAhead");
    await s.as(who.financierA).release(lien, 1_000n, ref);
    await expect(
      s.as(who.financierA).recordNotice(lien, now, id("receipt"), ref),
    ).to.be.revertedWithCustomError(liens, "LiensWrongState");
  });

  it("is not on goods when it is on a certificate", async () => {
    const s = await loadFixture(liensFixture);
    const lien = await s.encumber(1_000n);
    const secured = s.as(s.who.financierA);
    for (const sent of [
      () => secured.approvePickUp(lien, 1n, ref),
      () => secured.approveReplacement(lien, id("order"), ref),
    ])
      await expect(sent()).to.be.revertedWithCustomError(s.liens, "LiensNoGoods").withArgs(lien);
  });
});

describe("What can be pledged", () => {
  it("is admitted by governance alone, after its notice, once", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, authority, governance, addresses, stranger } = s;
    expect(await liens.assetOf(addresses.creditCertificates)).to.deep.equal([1n, false]);
    expect(await liens.assetOf(addresses.warehouseReceipts)).to.deep.equal([2n, true]);
    const admit = async (asset: string) => {
      const data = liens.interface.encodeFunctionData("admitAsset", [asset, true, ref]);
      const as = authority.connect(governance);
      await as.schedule(liens, data, 0n);
      await time.increase(7n * day);
      return as.execute(liens, data);
    };
    await expect(await admit(stranger.address))
      .to.emit(liens, "AssetAdmitted")
      .withArgs(stranger.address, 3n, true, ref);
    expect(await liens.assetOf(stranger.address)).to.deep.equal([3n, true]);
    await expect(admit(addresses.creditCertificates))
      .to.be.revertedWithCustomError(liens, "LiensAssetAdmitted")
      .withArgs(addresses.creditCertificates, 1n);
  });
});
