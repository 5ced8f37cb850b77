import { expect } from "chai";
import { id, TypedDataEncoder } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { day } from "../../helpers/days.ts";
import type { Party } from "../../helpers/ledgerFixture.ts";
import { liensFixture, noConsent, noRegistration } from "../../helpers/liensFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { roles } from "../../helpers/roles.ts";
import { warehouseTypes } from "../../helpers/warehouseTypes.ts";

const { loadFixture, time } = chain.networkHelpers;
const state = { proposed: 1n, active: 2n, selling: 3n, ended: 5n };
const forEver = (1n << 40n) - 1n;

/** An active lien over 3,000 kg of the receipt's 8,000, and what the holder signs about the goods. */
async function pledgedGoods() {
  const s = await liensFixture();
  const { warehouseReceipts, warehouses, addresses, who, receipt } = s;
  const lien = await s.encumberGoods(3_000n);
  const hold = lien & ((1n << 64n) - 1n);
  const { chainId } = await chain.ethers.provider.getNetwork();
  const domainOf = (verifyingContract: string) => ({
    name: "Tallystick",
    version: "1",
    chainId,
    verifyingContract,
  });
  const { tierOne } = who;
  const signed = { nonce: 1n, deadline: forEver, epoch: 1n };
  const pickUp = (quantity: bigint) => ({
    token: receipt,
    quantity,
    goods: quantity,
    hold,
    gate: id("gate"),
    ...signed,
  });
  const replacement = (quantity: bigint, newQuantity: bigint) => ({
    token: receipt,
    quantity,
    hold,
    newLot: 2n,
    newQuantity,
    terms: id("new terms"),
    ...signed,
  });
  const sign = (kind: "PickUp" | "Replacement", order: object) =>
    tierOne.account.signTypedData(
      domainOf(addresses.warehouseReceipts),
      { [kind]: warehouseTypes[kind] },
      { ...order },
    );
  const keeper = warehouseReceipts.connect(who.custodian.account);
  /** A signed count of a lot. */
  const count = async (by: Party, quantity: bigint, lot: bigint) => {
    await chain.networkHelpers.mine();
    const statement = {
      lot,
      counter: by.id,
      quantity,
      takenAt: await blockTime(),
      method: 0n,
      evidence: id("photographs"),
      deadline: forEver,
      epoch: 1n,
    };
    const signature = await by.account.signTypedData(
      domainOf(addresses.warehouses),
      { Count: warehouseTypes.Count },
      statement,
    );
    await warehouses.recordCount(statement, by.account, signature, ref);
  };
  return {
    ...s,
    lien,
    hold,
    count,
    letOut: async (quantity: bigint) => {
      const order = pickUp(quantity);
      return await keeper.pickUp(order, tierOne.account, await sign("PickUp", order), ref);
    },
    replacement,
    digestOf: (order: ReturnType<typeof replacement>) =>
      TypedDataEncoder.hash(
        domainOf(addresses.warehouseReceipts),
        { Replacement: warehouseTypes.Replacement },
        order,
      ),
    replace: async (order: ReturnType<typeof replacement>) =>
      await keeper.replace(order, tierOne.account, await sign("Replacement", order), ref),
  };
}

describe("A pledge of goods", () => {
  it("is active once the secured party accepted and the custodian countersigned, in either order", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who, receipt } = s;
    const first = await s.pledgeGoods();
    await s.as(who.financierA).accept(first, noRegistration, ref);
    expect((await liens.lienOf(first)).state).to.equal(state.proposed);
    const sent = s.as(who.custodian).countersign(first, ref);
    await expect(sent).to.emit(liens, "LienCountersigned").withArgs(first, who.custodian.id, ref);
    await expect(sent).to.emit(liens, "LienActivated").withArgs(first, ref);

    const second = await s.pledgeGoods({ amount: 1n });
    await s.as(who.custodian).countersign(second, ref);
    await expect(s.as(who.custodian).countersign(second, ref))
      .to.be.revertedWithCustomError(liens, "LiensCountersigned")
      .withArgs(second);
    await expect(s.as(who.financierA).accept(second, noRegistration, ref)).to.emit(
      liens,
      "LienActivated",
    );
    // Goods' liens are ranked off chain, and may be registered later.
    expect(await liens.liensOn(s.addresses.warehouseReceipts, receipt)).to.deep.equal([]);
    await s.as(who.financierA).register(first, await s.registration(), ref);
    expect((await s.receiptPositionOf(receipt)).held).to.equal(3_001n);
  });

  it("is countersigned by the custodian of these goods alone, and no certificate is", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, members, who } = s;
    const lien = await s.pledgeGoods();
    await expect(s.as(who.otherCustodian).countersign(lien, ref))
      .to.be.revertedWithCustomError(liens, "LiensNotParty")
      .withArgs(lien, who.otherCustodian.id, who.custodian.id);
    await expect(s.as(who.auditor).countersign(lien, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.auditor.id, roles.auditor, roles.custodian);
    const onCertificate = await s.pledge();
    await expect(s.as(who.custodian).countersign(onCertificate, ref))
      .to.be.revertedWithCustomError(liens, "LiensNotParty")
      .withArgs(onCertificate, who.custodian.id, who.obligor.id);
    await members
      .connect(who.operator.account)
      .setSuspensions(who.custodian.id, 4n, id("order"), ref);
    await expect(s.as(who.custodian).countersign(lien, ref)).to.be.revertedWithCustomError(
      members,
      "MembersSuspended",
    );
  });

  it("may be refused by the custodian", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who, receipt } = s;
    const lien = await s.pledgeGoods();
    await expect(s.as(who.otherCustodian).refuse(lien, ref)).to.be.revertedWithCustomError(
      liens,
      "LiensNotParty",
    );
    await expect(s.as(who.custodian).refuse(lien, ref))
      .to.emit(liens, "LienRefused")
      .withArgs(lien, who.custodian.id, ref);
    expect((await s.receiptPositionOf(receipt)).held).to.equal(0n);
  });

  it("takes one transaction with the signatures of both", async () => {
    const s = await loadFixture(liensFixture);
    const { liens, who } = s;
    const pledge = await s.goodsPledgeOf();
    const debtor = who.tierOne.id;
    const accepted = { ...pledge, debtor, ...noRegistration };
    const consents = async () =>
      [
        await s.consentOf("PledgeAcceptance", who.financierA, accepted),
        await s.consentOf("PledgeCountersignature", who.custodian, { ...pledge, debtor }),
      ] as const;
    const [secured, custodian] = await consents();
    const as = s.as(who.tierOne);
    const wrong = await s.consentOf("PledgeCountersignature", who.otherCustodian, {
      ...pledge,
      debtor,
    });
    await expect(
      as.pledgeWithSignatures(pledge, noRegistration, secured, wrong, ref),
    ).to.be.revertedWithCustomError(s.members, "MembersNotAccountOf");
    await expect(as.pledgeWithSignatures(pledge, noRegistration, secured, custodian, ref)).to.emit(
      liens,
      "LienActivated",
    );
    const [again] = await consents();
    await expect(as.pledgeWithSignatures(pledge, noRegistration, again, noConsent, ref))
      .to.emit(liens, "LienAccepted")
      .to.not.emit(liens, "LienActivated");
  });

  it("of a certificate takes no custodian's signature", async () => {
    const s = await loadFixture(liensFixture);
    const { members, who } = s;
    const pledge = await s.pledgeOf();
    const message = { ...pledge, debtor: who.tierOne.id };
    const secured = await s.consentOf("PledgeAcceptance", who.financierA, {
      ...message,
      ...noRegistration,
    });
    const custodian = await s.consentOf("PledgeCountersignature", who.custodian, message);
    await expect(
      s.as(who.tierOne).pledgeWithSignatures(pledge, noRegistration, secured, custodian, ref),
    ).to.be.revertedWithCustomError(members, "MembersMissingRole");
  });

  it("needs goods under sound control at each word", async () => {
    const s = await loadFixture(pledgedGoods);
    const { who, warehouses } = s;
    const lien = await s.pledgeGoods({ amount: 1n, expiresAt: (await blockTime()) + 90n * day });
    await s.as(who.financierA).accept(lien, noRegistration, ref);
    await time.increase(60n * day);
    await expect(s.as(who.custodian).countersign(lien, ref)).to.be.revertedWithCustomError(
      warehouses,
      "WarehousesNoControl",
    );
    await s.count(who.custodian, 10_000n, 1n);
    await s.as(who.custodian).countersign(lien, ref);
  });

  it("is refused of a short lot, while what is pledged stays pledged", async () => {
    const s = await loadFixture(pledgedGoods);
    const { who, warehouseReceipts, liens, lien, receipt } = s;
    await s.count(who.custodian, 5_000n, 1n);
    await expect(s.pledgeGoods({ amount: 1n })).to.be.revertedWithCustomError(
      warehouseReceipts,
      "SplitTokenClosed",
    );
    expect((await liens.lienOf(lien)).state).to.equal(state.active);
    await s.as(who.financierA).release(lien, 1_000n, ref);
    expect((await s.receiptPositionOf(receipt)).held).to.equal(2_000n);
  });
});

describe("Pledged goods", () => {
  it("leave as far as the secured party approved, and the lien shrinks", async () => {
    const s = await loadFixture(pledgedGoods);
    const { liens, warehouseReceipts, who, lien, receipt, hold } = s;
    await expect(s.letOut(1_000n)).to.be.revertedWithCustomError(
      warehouseReceipts,
      "ReceiptsNotApproved",
    );
    await expect(s.as(who.tierOne).approvePickUp(lien, 1n, ref)).to.be.revertedWithCustomError(
      liens,
      "LiensNotParty",
    );
    await s.as(who.financierA).approvePickUp(lien, 1_000n, ref);
    const sent = s.letOut(1_000n);
    await expect(sent).to.emit(liens, "LienReduced").withArgs(lien, 1_000n, 2_000n, ref);
    await expect(sent)
      .to.emit(warehouseReceipts, "HoldReduced")
      .withArgs(hold, 1_000n, 2_000n, ref);
    const { held, value } = await s.receiptPositionOf(receipt);
    expect([held, value]).to.deep.equal([2_000n, 7_000n]);
    expect((await liens.lienOf(lien)).amount).to.equal(2_000n);
  });

  it("that have all left end the lien", async () => {
    const s = await loadFixture(pledgedGoods);
    const { liens, who, lien, receipt } = s;
    await s.as(who.financierA).approvePickUp(lien, 3_000n, ref);
    await s.letOut(3_000n);
    expect((await liens.lienOf(lien)).state).to.equal(state.ended);
    expect((await s.receiptPositionOf(receipt)).flags).to.equal(0n);
  });

  it("are replaced as approved: the new ones are pledged before the old ones are free", async () => {
    const s = await loadFixture(pledgedGoods);
    const { liens, warehouseReceipts, who, lien, receipt } = s;
    const order = s.replacement(1_000n, 900n);
    await s.as(who.financierA).approveReplacement(lien, s.digestOf(order), ref);
    const sent = s.replace(order);
    const newToken = (2n << 32n) | 2n;
    const moved = s.idOf(2n, 2n);
    await expect(sent).to.emit(liens, "LienMoved").withArgs(moved, lien, newToken, 900n, ref);
    await expect(sent).to.emit(liens, "LienReduced").withArgs(lien, 1_000n, 2_000n, ref);
    await expect(sent).to.emit(warehouseReceipts, "HoldKept").withArgs(2n, ref);
    const over = await liens.lienOf(moved);
    expect([over.token, over.amount, over.state, over.securedParty]).to.deep.equal([
      newToken,
      900n,
      state.active,
      who.financierA.id,
    ]);
    expect((await s.receiptPositionOf(receipt)).held).to.equal(2_000n);
    const fresh = await s.receiptPositionOf(newToken);
    expect([fresh.held, fresh.flags]).to.deep.equal([900n, 16n]);
    await s.as(who.financierA).release(moved, 900n, ref);
    expect((await s.receiptPositionOf(newToken)).held).to.equal(0n);
  });

  it("that are for sale neither leave nor are replaced", async () => {
    const s = await loadFixture(pledgedGoods);
    const { liens, warehouseReceipts, who, lien, hold, cny } = s;
    await s.as(who.financierA).approvePickUp(lien, 1_000n, ref);
    await s.as(who.financierA).declareDefault(lien, id("reminder"), ref);
    const { defaultedAt } = await liens.lienOf(lien);
    const order = {
      lien,
      value: 2_000n,
      buyer: who.tierTwo.id,
      price: 10_000_00n,
      claim: 12_000_00n,
      currency: cny,
      bank: who.bank.id,
      expiresAt: await s.inDays(5),
      defaultedAt,
    };
    const consent = await s.consentOf("Enforcement", who.tierOne, order);
    await s.as(who.financierA).enforce({ ...order, nonce: consent.nonce }, consent.signature, ref);
    expect(await warehouseReceipts.approvalOf(hold)).to.deep.equal([0n, `0x${"0".repeat(64)}`]);
    await expect(s.letOut(1n)).to.be.revertedWithCustomError(
      warehouseReceipts,
      "ReceiptsNotApproved",
    );
    await s.attest(1n);
    const sold = await s.receiptPositionOf((1n << 32n) | 3n);
    expect([sold.owner, sold.value, sold.flags]).to.deep.equal([who.tierTwo.id, 2_000n, 0n]);
    expect((await liens.lienOf(lien)).amount).to.equal(1_000n);
  });

  it("are reported by the token alone", async () => {
    const s = await loadFixture(pledgedGoods);
    const { liens, addresses, hold, stranger } = s;
    for (const caller of [stranger.address, addresses.creditCertificates]) {
      const as = liens.connect(await chain.ethers.getImpersonatedSigner(caller));
      await expect(as.onGoodsTaken(hold, 1n, 0n, ref))
        .to.be.revertedWithCustomError(liens, "LiensUnknownAsset")
        .withArgs(caller);
    }
  });
});
