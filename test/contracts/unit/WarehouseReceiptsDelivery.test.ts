import { expect } from "chai";
import { id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { receiptsFixture } from "../../helpers/receiptsFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { kilograms } from "../../helpers/warehouseFixture.ts";

const { loadFixture, time } = chain.networkHelpers;
const slot = 1n << 32n;
const unknown = slot + 9n;

/** The whole receipt belongs to a financier that has recourse, as a financing contract would deliver it. */
async function recourseFixture() {
  const setting = await receiptsFixture();
  const { hold, who } = setting;
  const holding = await hold(8_000n);
  await holding.commitHold(1n, who.financier.id, 6n, 1n, id("sale"), ref);
  return { ...setting, bought: slot + 3n };
}

describe("A pick-up", () => {
  it("ends a part of the receipt as goods leave", async () => {
    const { warehouses, receipts, erc, who, token, pickUp, positionOf } =
      await loadFixture(receiptsFixture);
    const { depositor } = who;
    await expect(pickUp({ nonce: 9n }))
      .to.emit(receipts, "PickedUp")
      .withArgs(token, depositor.id, 1_000n, 1_000n, 0n, id("gate"), ref)
      .and.to.emit(erc, "TransferValue")
      .withArgs(token, 0n, 1_000n)
      .and.to.emit(receipts, "OrderNonceSpent")
      .withArgs(depositor.id, 9n, ref)
      .and.to.emit(warehouses, "StockMoved")
      .withArgs(1n, 7_000n, 9_000n, ref);
    expect((await positionOf(token)).value).to.equal(7_000n);
    expect((await warehouses.locationOf(1n)).measured).to.equal(14_000n);
  });

  it("of the whole burns the receipt, even after storage ended", async () => {
    const { receipts, erc, who, token, pickUp, count, storageUntil } =
      await loadFixture(receiptsFixture);
    await civilDay.goTo(storageUntil + 1n);
    await count(who.custodian, 10_000n);
    const all = { quantity: 8_000n, goods: 8_000n };
    await expect(pickUp(all))
      .to.emit(erc, "Transfer")
      .withArgs(who.depositor.account.address, `0x${"0".repeat(40)}`, token);
    await expect(pickUp({ quantity: 1n, goods: 1n }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsFree")
      .withArgs(token, 0n, 1n);
  });

  it("takes the custodian's transaction and the holder's signature", async () => {
    const { warehouses, receipts, members, who, pickUp, pickUpOf, issuer, sign } =
      await loadFixture(receiptsFixture);
    const { custodian, otherCustodian, depositor } = who;
    for (const { id: member, account } of [otherCustodian, depositor])
      await expect(pickUp({}, receipts.connect(account)))
        .to.be.revertedWithCustomError(warehouses, "WarehousesNotCustodian")
        .withArgs(1n, member, custodian.id);
    const order = await pickUpOf();
    const own = await sign("PickUp", custodian.account, order);
    await expect(issuer.pickUp(order, custodian.account, own, ref)).to.be.revertedWithCustomError(
      members,
      "MembersNotAccountOf",
    );
    const signature = await sign("PickUp", depositor.account, order);
    for (const change of [{ goods: 1n }, { quantity: 1_001n }, { hold: 1n }, { gate: ref }])
      await expect(
        issuer.pickUp({ ...order, ...change }, depositor.account, signature, ref),
      ).to.be.revertedWithCustomError(members, "MembersSignatureInvalid");
  });

  it("happens once per order, and not after the holder cancelled it", async () => {
    const { receipts, who, pickUp } = await loadFixture(receiptsFixture);
    await pickUp({ nonce: 7n });
    expect(await receipts.isOrderNonceUsed(who.depositor.id, 7n)).to.equal(true);
    await expect(pickUp({ nonce: 7n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNonceUsed")
      .withArgs(who.depositor.id, 7n);
    const holder = receipts.connect(who.depositor.account);
    await expect(holder.cancelOrder(8n, ref))
      .to.emit(receipts, "OrderNonceSpent")
      .withArgs(who.depositor.id, 8n, ref);
    for (const send of [() => pickUp({ nonce: 8n }), () => holder.cancelOrder(8n, ref)])
      await expect(send())
        .to.be.revertedWithCustomError(receipts, "ReceiptsNonceUsed")
        .withArgs(who.depositor.id, 8n);
  });

  it("is of a known receipt, of something, and of free value", async () => {
    const { receipts, members, token, pickUp, hold } = await loadFixture(receiptsFixture);
    await expect(pickUp({ token: unknown }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenUnknown")
      .withArgs(unknown);
    await expect(pickUp({ token: slot + 1n })).to.be.revertedWithCustomError(
      members,
      "MembersNotAccountOf",
    );
    await expect(pickUp({ quantity: 0n, goods: 0n }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenZeroValue")
      .withArgs(token);
    await hold(7_500n);
    await expect(pickUp({ quantity: 501n, goods: 501n }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsFree")
      .withArgs(token, 500n, 501n);
    await pickUp({ quantity: 500n, goods: 500n });
  });

  it("keeps back no more than natural loss, and takes no more than its quantity", async () => {
    const { warehouses, pickUp } = await loadFixture(receiptsFixture);
    for (const goods of [994n, 1_001n])
      await expect(pickUp({ goods }))
        .to.be.revertedWithCustomError(warehouses, "WarehousesGateOut")
        .withArgs(1n, goods, 995n, 1_000n);
    await pickUp({ goods: 995n });
  });

  it("leaves the other receipts covered where natural loss has happened", async () => {
    const { warehouses, who, count, pickUp } = await loadFixture(receiptsFixture);
    await count(who.custodian, 7_960n);
    await expect(pickUp({ goods: 996n }))
      .to.be.revertedWithCustomError(warehouses, "WarehousesGateOut")
      .withArgs(1n, 996n, 995n, 995n);
    await pickUp({ goods: 995n });
    const { live, measured, short } = await warehouses.lotOf(1n);
    expect([live, measured, short]).to.deep.equal([7_000n, 6_965n, false]);
  });

  it("of what a financier holds with recourse is refused", async () => {
    const { receipts, members, who, bought, issuer, pickUpOf, sign } =
      await loadFixture(recourseFixture);
    const { financier } = who;
    const epoch = await members.epochOf(financier.id);
    const order = { ...(await pickUpOf()), token: bought, epoch };
    const signature = await sign("PickUp", financier.account, order);
    await expect(issuer.pickUp(order, financier.account, signature, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenFinanced")
      .withArgs(bought);
  });
});

describe("A held receipt", () => {
  it("is picked up as far as the contract that holds it has approved", async () => {
    const { receipts, token, hold, pickUp, positionOf } = await loadFixture(receiptsFixture);
    const holding = await hold(5_000n);
    await holding.makeFirm(1n, ref);
    await expect(pickUp({ hold: 1n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNotApproved")
      .withArgs(1n, 0n, 1_000n);
    await expect(holding.approvePickUp(1n, 1_500n, ref))
      .to.emit(receipts, "PickUpApproved")
      .withArgs(1n, 1_500n, ref);
    await expect(pickUp({ hold: 1n }))
      .to.emit(receipts, "HoldReduced")
      .withArgs(1n, 1_000n, 4_000n, ref);
    await expect(pickUp({ hold: 1n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNotApproved")
      .withArgs(1n, 500n, 1_000n);
    const { value, held } = await positionOf(token);
    expect([value, held]).to.deep.equal([7_000n, 4_000n]);
    expect((await receipts.approvalOf(1n)).quantity).to.equal(500n);
  });

  it("is picked up from its own hold alone, and from no more than that has", async () => {
    const { receipts, who, token, hold, pickUp } = await loadFixture(receiptsFixture);
    const holding = await hold(5_000n);
    await receipts.connect(who.depositor.account).split(token, 1_000n, ref);
    await holding.approvePickUp(1n, 5_000n, ref);
    await expect(pickUp({ token: slot + 3n, hold: 1n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsOtherHold")
      .withArgs(1n, token, slot + 3n);
    await holding.releasePart(1n, 4_500n, ref);
    await expect(pickUp({ hold: 1n }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsHold")
      .withArgs(1n, 500n, 1_000n);
    await pickUp({ hold: 1n, quantity: 500n, goods: 500n });
    await expect(pickUp({ hold: 1n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsOtherHold")
      .withArgs(1n, 0n, token);
  });

  it("is released in parts, the last of which ends the hold", async () => {
    const { receipts, token, hold, positionOf } = await loadFixture(receiptsFixture);
    const holding = await hold(5_000n);
    await holding.makeFirm(1n, ref);
    await expect(holding.releasePart(1n, 2_000n, ref))
      .to.emit(receipts, "HoldReduced")
      .withArgs(1n, 2_000n, 3_000n, ref);
    await expect(holding.releasePart(1n, 0n, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenZeroValue")
      .withArgs(token);
    await expect(holding.releasePart(1n, 3_001n, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsHold")
      .withArgs(1n, 3_000n, 3_001n);
    await holding.releasePart(1n, 3_000n, ref);
    expect((await positionOf(token)).held).to.equal(0n);
    expect((await receipts.holdOf(1n)).value).to.equal(0n);
    await expect(holding.releasePart(1n, 1n, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenUnknownHold")
      .withArgs(1n);
    // Nothing firm is left of it: another hold may be committed and the position split.
    await holding.hold(token, (await positionOf(token)).owner, 8_000n, 1n << 39n, ref);
  });

  it("is approved and released by who holds it, among ledger contracts alone", async () => {
    const { warehouses, receipts, who, authority, hold, stranger } =
      await loadFixture(receiptsFixture);
    await hold(5_000n);
    const calls = (by: typeof receipts) => [
      () => by.releasePart(1n, 1n, ref),
      () => by.approvePickUp(1n, 1n, ref),
      () => by.approveReplacement(1n, ref, ref),
    ];
    for (const send of calls(receipts.connect(who.depositor.account)))
      await expect(send())
        .to.be.revertedWithCustomError(warehouses, "AccessManagedUnauthorized")
        .withArgs(who.depositor.account.address);
    await authority.grantRole(3n, stranger.address, 0);
    for (const send of calls(receipts.connect(stranger)))
      await expect(send()).to.be.revertedWithCustomError(receipts, "SplitTokenNotCommitter");
    const keeper = receipts.connect(who.custodian.account);
    await expect(keeper.setShort(1n, true, ref)).to.be.revertedWithCustomError(
      warehouses,
      "AccessManagedUnauthorized",
    );
  });

  it("is not approved beyond what it holds", async () => {
    const { receipts, hold } = await loadFixture(receiptsFixture);
    const holding = await hold(5_000n);
    await expect(holding.approvePickUp(1n, 5_001n, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsHold")
      .withArgs(1n, 5_000n, 5_001n);
  });
});

describe("A cancellation", () => {
  it("ends a receipt while the goods stay", async () => {
    const { warehouses, receipts, who, token, cancel } = await loadFixture(receiptsFixture);
    await expect(cancel())
      .to.emit(receipts, "ReceiptCancelled")
      .withArgs(token, who.depositor.id, 1_000n, id("paper receipt"), ref)
      .and.to.emit(warehouses, "StockMoved")
      .withArgs(1n, 7_000n, 10_000n, ref);
  });

  it("takes both words, free value, and a fresh nonce", async () => {
    const setting = await loadFixture(receiptsFixture);
    const { warehouses, receipts, members, who, token, cancel, hold } = setting;
    const { custodian, depositor, trader } = who;
    await expect(cancel({}, receipts.connect(depositor.account)))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotCustodian")
      .withArgs(1n, depositor.id, custodian.id);
    await expect(cancel({}, undefined, trader.account)).to.be.revertedWithCustomError(
      members,
      "MembersNotAccountOf",
    );
    await hold(7_500n);
    await expect(cancel({ quantity: 501n }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsFree")
      .withArgs(token, 500n, 501n);
    await cancel({ quantity: 500n, nonce: 70n });
    await expect(cancel({ quantity: 1n, nonce: 70n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNonceUsed")
      .withArgs(depositor.id, 70n);
  });

  it("of what has been cancelled lets the goods be receipted again, and no more", async () => {
    const { warehouses, issuer, who, cancel } = await loadFixture(receiptsFixture);
    await cancel();
    await expect(issuer.issue(1n, who.trader.id, 3_001n, ref, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesOverissued")
      .withArgs(1n, 10_000n, 7_000n, 3_001n);
    await issuer.issue(1n, who.trader.id, 3_000n, ref, ref);
  });
});

describe("A replacement", () => {
  it("puts new goods under receipt and frees old ones in one step", async () => {
    const { warehouses, receipts, who, token, replace } = await loadFixture(receiptsFixture);
    const newToken = (2n << 32n) | 2n;
    await expect(replace())
      .to.emit(receipts, "ReceiptReplaced")
      .withArgs(token, newToken, 1_000n, 900n, 0n, 0n, ref);
    expect((await receipts.positionOf(newToken)).link.owner).to.equal(who.depositor.id);
    expect(await receipts.termsOf(newToken)).to.equal(id("new terms"));
    expect((await warehouses.lotOf(1n)).live).to.equal(7_000n);
    expect((await warehouses.lotOf(2n)).live).to.equal(900n);
  });

  it("does nothing where the new goods are too few, stale, or of the same lot", async () => {
    const { warehouses, receipts, token, replace, positionOf } = await loadFixture(receiptsFixture);
    await expect(replace({ newQuantity: 5_001n }))
      .to.be.revertedWithCustomError(warehouses, "WarehousesOverissued")
      .withArgs(2n, 5_000n, 0n, 5_001n);
    await expect(replace({ newLot: 1n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNoReplacement")
      .withArgs(1n, 1n);
    await expect(replace({ quantity: 8_001n }))
      .to.be.revertedWithCustomError(receipts, "SplitTokenExceedsFree")
      .withArgs(token, 8_000n, 8_001n);
    await time.increase(2n * 86_400n);
    await expect(replace()).to.be.revertedWithCustomError(warehouses, "WarehousesNoControl");
    expect((await positionOf(token)).value).to.equal(8_000n);
  });

  it("is by goods of the same unit and custodian", async () => {
    const setting = await loadFixture(receiptsFixture);
    const { warehouses, receipts, who, keeper, lotTerms, count, replace } = setting;
    const litres = `0x${Buffer.from("LTR").toString("hex")}`;
    await keeper.registerLocation(id("tank"), 10_000n, litres, ref);
    await keeper.openLot(lotTerms("oil", 2n), ref);
    await count(who.custodian, 10_000n, 3n);
    await expect(replace({ newLot: 3n }))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNoReplacement")
      .withArgs(1n, 3n);
    const other = warehouses.connect(who.otherCustodian.account);
    await other.registerLocation(id("hall 9"), 10_000n, kilograms, ref);
    await other.openLot(lotTerms("heat 1", 3n), ref);
    await count(who.otherCustodian, 10_000n, 4n);
    await expect(replace({ newLot: 4n }))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotCustodian")
      .withArgs(3n, who.custodian.id, who.otherCustodian.id);
    await expect(replace({}, receipts.connect(who.otherCustodian.account)))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotCustodian")
      .withArgs(1n, who.otherCustodian.id, who.custodian.id);
  });

  for (const firm of [false, true])
    it(`of a held receipt hands the ${firm ? "firm " : ""}hold over, by approval of that one order`, async () => {
      const setting = await loadFixture(receiptsFixture);
      const { receipts, who, token, hold, replacementOf, digestOf, sign, issuer, positionOf } =
        setting;
      const { account } = who.depositor;
      const holding = await hold(5_000n);
      if (firm) await holding.makeFirm(1n, ref);
      const order = await replacementOf({ hold: 1n, quantity: 5_000n });
      const signature = await sign("Replacement", account, order);
      const digest = await digestOf(order);
      const none = `0x${"0".repeat(64)}`;
      await expect(issuer.replace(order, account, signature, ref))
        .to.be.revertedWithCustomError(receipts, "ReceiptsOtherReplacement")
        .withArgs(1n, none, digest);
      await expect(holding.approveReplacement(1n, digest, ref))
        .to.emit(receipts, "ReplacementApproved")
        .withArgs(1n, digest, ref);
      const newToken = (2n << 32n) | 2n;
      await expect(issuer.replace(order, account, signature, ref))
        .to.emit(receipts, "ReceiptReplaced")
        .withArgs(token, newToken, 5_000n, 900n, 1n, 2n, ref);
      const { held, value } = await positionOf(newToken);
      expect([held, value, (await positionOf(token)).held]).to.deep.equal([900n, 900n, 0n]);
      const handed = await receipts.holdOf(2n);
      expect([handed.token, handed.value, handed.firm]).to.deep.equal([newToken, 900n, firm]);
      expect((await receipts.approvalOf(1n)).replacement).to.equal(none);
      await holding.releaseHold(2n, ref);
      expect((await positionOf(newToken)).held).to.equal(0n);
    });
});
