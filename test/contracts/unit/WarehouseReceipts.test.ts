import { expect } from "chai";
import { id } from "ethers";
import { blockTime } from "../../helpers/blockTime.ts";
import { chain } from "../../helpers/chain.ts";
import { civilDay } from "../../helpers/civilDay.ts";
import { receiptsFixture } from "../../helpers/receiptsFixture.ts";
import { ref } from "../../helpers/ref.ts";
import { roles, suspensions } from "../../helpers/roles.ts";
import { none } from "../../helpers/warehouseFixture.ts";

const { loadFixture } = chain.networkHelpers;
const slot = 1n << 32n;
const terms = id("terms");

describe("A warehouse receipt", () => {
  it("is title to measured goods, below a spent position of its custodian", async () => {
    const { warehouses, receipts, erc, issuer, who } = await loadFixture(receiptsFixture);
    await expect(issuer.issue(1n, who.trader.id, 2_000n, terms, ref))
      .to.emit(receipts, "ReceiptIssued")
      .withArgs(slot + 4n, who.trader.id, who.custodian.id, slot + 3n, 2_000n, terms, ref)
      .and.to.emit(erc, "TransferValue")
      .withArgs(0n, slot + 4n, 2_000n)
      .and.to.emit(warehouses, "StockMoved")
      .withArgs(1n, 10_000n, 10_000n, ref);
    const lineage = await receipts.lineage(slot + 4n);
    expect(lineage.map((link) => [link.owner, link.value, link.tier])).to.deep.equal([
      [who.trader.id, 2_000n, 1n],
      [who.custodian.id, 0n, 1n],
    ]);
    expect(await receipts.termsOf(slot + 4n)).to.equal(terms);
  });

  it("has a name, a unit, a last day and a custodian that is told of each pass", async () => {
    const { receipts, who, storageUntil } = await loadFixture(receiptsFixture);
    const info = await receipts.slotInfo(1n);
    expect([info.noticeTo, info.unit, info.dueDay, info.minLot, info.maxTier]).to.deep.equal([
      who.custodian.id,
      `0x${Buffer.from("KGM").toString("hex")}`,
      storageUntil,
      10n,
      254n,
    ]);
  });

  it("is never issued over more than was measured", async () => {
    const { warehouses, issuer, who } = await loadFixture(receiptsFixture);
    await expect(issuer.issue(1n, who.trader.id, 2_001n, terms, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesOverissued")
      .withArgs(1n, 10_000n, 8_000n, 2_001n);
    const most = (1n << 72n) - 1n;
    await expect(issuer.issue(1n, who.trader.id, most, terms, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesOverissued")
      .withArgs(1n, 10_000n, 8_000n, most);
    await issuer.issue(1n, who.trader.id, 2_000n, terms, ref);
  });

  it("needs a quantity, terms, a known lot, and a depositor that is a supplier and not the custodian", async () => {
    const { warehouses, receipts, members, issuer, who } = await loadFixture(receiptsFixture);
    const depositor = who.depositor.id;
    await expect(issuer.issue(1n, depositor, 0n, terms, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenZeroValue")
      .withArgs(slot);
    await expect(issuer.issue(1n, depositor, 1n, none, ref))
      .to.be.revertedWithCustomError(receipts, "ReceiptsNoTerms")
      .withArgs(1n);
    await expect(issuer.issue(3n, depositor, 1n, terms, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesUnknownLot")
      .withArgs(3n);
    await expect(issuer.issue(1n, who.custodian.id, 1n, terms, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenToDebtor")
      .withArgs(slot, who.custodian.id);
    await expect(issuer.issue(1n, who.financier.id, 1n, terms, ref))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(who.financier.id, roles.financier, roles.supplier);
  });

  it("is issued by the lot's custodian alone, while it is admitted", async () => {
    const { warehouses, receipts, members, who, issuer, until } =
      await loadFixture(receiptsFixture);
    const { otherCustodian, trader } = who;
    const issue = (by: typeof receipts) => by.issue(1n, who.depositor.id, 1n, terms, ref);
    await expect(issue(receipts.connect(otherCustodian.account)))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotCustodian")
      .withArgs(1n, otherCustodian.id, who.custodian.id);
    await expect(issue(receipts.connect(trader.account)))
      .to.be.revertedWithCustomError(members, "MembersMissingRole")
      .withArgs(trader.id, roles.supplier, roles.custodian);
    const registrar = warehouses.connect(who.registrar.account);
    await registrar.recordOwnershipChange(who.custodian.id, id("register"), ref);
    await expect(issuer.issue(1n, who.depositor.id, 1n, terms, ref))
      .to.be.revertedWithCustomError(warehouses, "WarehousesNotAdmitted")
      .withArgs(who.custodian.id, until, true);
  });

  it("is not issued by a custodian that is suspended, which still lets goods out", async () => {
    const { receipts, members, who, issuer, pickUp } = await loadFixture(receiptsFixture);
    const operator = members.connect(who.operator.account);
    await operator.setSuspensions(who.custodian.id, suspensions.contract, id("why"), ref);
    await expect(issuer.issue(1n, who.depositor.id, 1n, terms, ref))
      .to.be.revertedWithCustomError(members, "MembersSuspended")
      .withArgs(who.custodian.id, suspensions.contract);
    await expect(pickUp()).to.emit(receipts, "PickedUp");
  });

  it("is not issued once storage has ended", async () => {
    const { receipts, who, issuer, count, storageUntil } = await loadFixture(receiptsFixture);
    await civilDay.goTo(storageUntil + 1n);
    await count(who.custodian, 10_000n);
    await expect(issuer.issue(1n, who.depositor.id, 1n, terms, ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenClosed")
      .withArgs(1n, storageUntil + 1n, storageUntil);
  });

  it("splits, and its parts keep its terms", async () => {
    const { receipts, who, token } = await loadFixture(receiptsFixture);
    const holder = receipts.connect(who.depositor.account);
    await holder.split(token, 3_000n, ref);
    expect((await receipts.positionOf(slot + 3n)).link.value).to.equal(3_000n);
    expect(await receipts.termsOf(slot + 3n)).to.equal(terms);
    await holder.merge(token, [slot + 3n], ref);
    expect((await receipts.positionOf(token)).link.value).to.equal(8_000n);
  });

  it("does not merge with one of another issue, whose terms differ", async () => {
    const { receipts, who, issuer, token } = await loadFixture(receiptsFixture);
    await issuer.issue(1n, who.depositor.id, 1_000n, id("other terms"), ref);
    await expect(receipts.connect(who.depositor.account).merge(token, [slot + 4n], ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenNotSiblings")
      .withArgs(token, slot + 4n);
  });

  it("passes like a certificate, a hop at a time, with notice to the custodian", async () => {
    const { receipts, who, token } = await loadFixture(receiptsFixture);
    const holder = receipts.connect(who.depositor.account);
    await expect(holder.transfer(token, who.trader.id, 500n, id("sale"), ref))
      .to.emit(receipts, "Passed")
      .withArgs(slot + 3n, who.trader.id, who.custodian.id, token, 500n, 0n, id("sale"), ref);
    expect((await receipts.positionOf(slot + 3n)).link.tier).to.equal(2n);
    expect(await receipts.termsOf(slot + 3n)).to.equal(terms);
    await expect(holder.transfer(token, who.trader.id, 9n, id("sale"), ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenBelowMinLot")
      .withArgs(token, 9n, 10n);
  });

  it("never passes to its custodian, which owes the goods", async () => {
    const { receipts, members, who, token } = await loadFixture(receiptsFixture);
    const both = roles.custodian | roles.supplier;
    await members.connect(who.operator.account).setRoles(who.custodian.id, both, none, ref);
    const holder = receipts.connect(who.depositor.account);
    const inADay = (await blockTime()) + 86_400n;
    await expect(holder.offer(token, who.custodian.id, 500n, inADay, id("sale"), ref))
      .to.be.revertedWithCustomError(receipts, "SplitTokenToDebtor")
      .withArgs(token, who.custodian.id);
  });

  it("knows terms of no unknown token", async () => {
    const { receipts } = await loadFixture(receiptsFixture);
    await expect(receipts.termsOf(slot + 9n))
      .to.be.revertedWithCustomError(receipts, "SplitTokenUnknown")
      .withArgs(slot + 9n);
  });

  it("is one token to ERC readers", async () => {
    const { erc, delivery, who, token } = await loadFixture(receiptsFixture);
    expect(await erc.name()).to.equal("Tallystick Warehouse Receipt");
    expect(await erc.symbol()).to.equal("TWR");
    expect(await erc.ownerOf(token)).to.equal(who.depositor.account.address);
    expect(await erc.deliveryPart()).to.equal(await delivery.getAddress());
  });
});
