import { dayOf } from "@tallystick/sdk";
import { expect } from "chai";
import { id, type Wallet, ZeroHash } from "ethers";
import { grantPledger } from "../helpers/grantPledger.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { rebuiltTables } from "../helpers/rebuiltTables.ts";
import { signStock } from "../helpers/signStock.ts";

const free = { gasPrice: 0n, type: 0 };
const day = 86_400;
const forEver = (1n << 40n) - 1n;
const criteria = {
  storageCapability: id("storage capability"),
  yearsInTrade: id("years in trade"),
  operatingStandards: id("operating standards"),
  ownCredit: id("own credit"),
};
const receiptOf = (lot: bigint, serial: bigint): bigint => (lot << 32n) | serial;

describe("The projection of warehouses and their receipts", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let pledger: Wallet;
  let nonce = 0n;

  before(async () => {
    stack = await ledgerGateway();
    pledger = await grantPledger(stack);
    await store();
    await circulate();
    await pledge();
    await leave();
    const head = Number(await stack.chain.rpc.send("eth_blockNumber", []));
    await stack.gateway.services.projector.waitForBlock(head);
  });

  after(() => stack.close());

  async function settle(sending: Promise<{ wait(): Promise<unknown> }>): Promise<void> {
    await (await sending).wait();
  }

  const warehousesAs = (name: CastName) =>
    stack.contracts.warehouses.connect(stack.who[name].wallet);
  const receiptsAs = (name: CastName) =>
    stack.contracts.warehouseReceipts.connect(stack.who[name].wallet);

  async function count(by: CastName, lot: bigint, quantity: bigint): Promise<void> {
    const { wallet, id: counter } = stack.who[by];
    // A count is later than the last one and than goods that left.
    await stack.pass(1);
    const takenAt = await stack.now();
    const evidence = id("photographs");
    const base = { lot, counter, quantity, takenAt, method: 1n, evidence };
    const statement = { ...base, deadline: forEver, epoch: 1n };
    const signature = await signStock.sign(stack, "Count", wallet, statement);
    await settle(
      warehousesAs(by).recordCount(statement, wallet.address, signature, ZeroHash, free),
    );
  }

  async function ordered(kind: "PickUp" | "Cancellation" | "Replacement", message: object) {
    nonce += 1n;
    const { wallet } = stack.who.tierOne;
    const order = { ...message, nonce, deadline: forEver, epoch: 1n };
    return {
      order,
      signature: await signStock.sign(stack, kind, wallet, order),
      account: wallet.address,
    };
  }

  /** Two locations, three lots, counted by custodian and counter. */
  async function store(): Promise<void> {
    const { who } = stack;
    const operator = warehousesAs("operator");
    await settle(operator.admitCustodian(who.custodian.id, criteria, forEver, ZeroHash, free));
    const soon = (await stack.now()) + 100 * day;
    await settle(operator.admitCustodian(who.otherCustodian.id, criteria, soon, ZeroHash, free));
    const keeper = warehousesAs("custodian");
    await settle(keeper.registerLocation(id("hall 1"), 50_000n, "0x4b474d", ZeroHash, free));
    await settle(keeper.registerLocation(id("yard 2"), 500n, "0x000001", ZeroHash, free));
    const limits = [1, 2 * day, 20 * day] as const;
    await settle(operator.setControlLimits(...limits, ZeroHash, free));
    const counter = [1, who.registrar.id, who.financierA.id, id("appointment")] as const;
    await settle(operator.appointCounter(...counter, ZeroHash, free));
    const storageUntil = dayOf(await stack.now()) + 90;
    const terms = { goods: id("ingots"), lossBasisPoints: 50, storageUntil, minLot: 10n };
    for (const [location, mark] of [
      [1, "heat 1"],
      [1, "heat 2"],
      [2, "heat 3"],
    ] as const)
      await settle(keeper.openLot({ ...terms, location, mark: id(mark) }, ZeroHash, free));
    await count("custodian", 1n, 10_000n);
    await count("registrar", 1n, 9_990n);
    await count("custodian", 2n, 4_000n);
    // More than the yard takes.
    await count("custodian", 3n, 700n);
  }

  /** A receipt that is split, merged, passed, offered. */
  async function circulate(): Promise<void> {
    const { who } = stack;
    const root = receiptOf(1n, 2n);
    const issuer = receiptsAs("custodian");
    await settle(issuer.issue(1, who.tierOne.id, 8_000n, id("terms"), ZeroHash, free));
    const holder = receiptsAs("tierOne");
    await settle(holder.split(root, 1_000n, ZeroHash, free));
    await settle(holder.split(root, 500n, ZeroHash, free));
    await settle(holder.merge(root, [receiptOf(1n, 4n)], ZeroHash, free));
    const second = receiptsAs("tierTwo");
    const frame = [who.tierOne.id, forEver, id("frame")] as const;
    await settle(second.setStandingAcceptance(...frame, ZeroHash, free));
    await settle(holder.transfer(root, who.tierTwo.id, 2_000n, id("order"), ZeroHash, free));
    const soon = (await stack.now()) + day;
    for (const part of [100n, 200n, 300n])
      await settle(holder.offer(root, who.tierTwo.id, part, soon, id("order"), ZeroHash, free));
    await settle(second.acceptOffer(1, ZeroHash, free));
    await settle(second.declineOffer(2, ZeroHash, free));
  }

  /** What contracts hold: released, reduced in part and altogether, committed, firm, moved to other goods. */
  async function pledge(): Promise<void> {
    const { who } = stack;
    const root = receiptOf(1n, 2n);
    const receipts = stack.contracts.warehouseReceipts.connect(pledger);
    const soon = (await stack.now()) + 30 * day;
    const hold = (value: bigint) =>
      settle(receipts.hold(root, who.tierOne.id, value, soon, ZeroHash, free));
    for (const value of [100n, 200n, 300n, 400n, 500n]) await hold(value);
    await settle(receipts.releaseHold(1, ZeroHash, free));
    await settle(receipts.releasePart(2, 50n, ZeroHash, free));
    await settle(receipts.releasePart(3, 300n, ZeroHash, free));
    await settle(receipts.makeFirm(4, ZeroHash, free));
    const to = who.financierA.id;
    await settle(receipts.commitHold(5, to, 0, 4, id("enforced"), ZeroHash, free));
  }

  /** Goods that leave, are cancelled, replaced; a lot that is short. */
  async function leave(): Promise<void> {
    const root = receiptOf(1n, 2n);
    const keeper = receiptsAs("custodian");
    const receipts = stack.contracts.warehouseReceipts.connect(pledger);
    const pick = { token: root, quantity: 120n, goods: 120n, hold: 2n, gate: id("gate") };
    await settle(receipts.approvePickUp(2, 130n, ZeroHash, free));
    const out = await ordered("PickUp", pick);
    await settle(keeper.pickUp(out.order as never, out.account, out.signature, ZeroHash, free));
    const gone = { token: root, quantity: 10n, document: id("paper") };
    const cancelled = await ordered("Cancellation", gone);
    const { order, account, signature } = cancelled;
    await settle(keeper.cancel(order as never, account, signature, ZeroHash, free));
    const swap = { token: root, quantity: 400n, hold: 4n, newLot: 2n, newQuantity: 410n };
    const replaced = await ordered("Replacement", { ...swap, terms: id("new terms") });
    const digest = signStock.digest(stack, "Replacement", replaced.order);
    await settle(receipts.approveReplacement(4, digest, ZeroHash, free));
    await settle(
      keeper.replace(replaced.order as never, replaced.account, replaced.signature, ZeroHash, free),
    );
    await settle(receiptsAs("tierOne").cancelOrder(900, ZeroHash, free));
    await count("registrar", 1n, 5_000n);
    await settle(receiptsAs("tierThree").expireOffer(3, ZeroHash, free));
    const change = [stack.who.otherCustodian.id, id("register extract")] as const;
    await settle(warehousesAs("registrar").recordOwnershipChange(...change, ZeroHash, free));
  }

  it("has every receipt as the chain has it", async () => {
    const rows = await stack.database.query<Record<string, bigint>>(
      "SELECT * FROM projected.receipt ORDER BY receipt_id",
    );
    expect(rows).to.have.length(9);
    for (const row of rows) {
      const receipt = row["receipt_id"] ?? 0n;
      const { link } = await stack.contracts.warehouseReceipts.positionOf(receipt);
      expect(row["quantity"]).to.equal(link.value);
      expect(row["held"]).to.equal(link.held);
      expect(row["holder"]).to.equal(link.owner);
      expect(BigInt(row["tier"] ?? 0)).to.equal(link.tier);
      const terms = await stack.contracts.warehouseReceipts.termsOf(receipt);
      expect(row["terms_digest"]).to.equal(terms);
    }
  });

  it("has every hold and every offer as the chain has it", async () => {
    const { warehouseReceipts } = stack.contracts;
    const holds = await stack.database.query<{
      hold_id: bigint;
      quantity: bigint;
      firm: boolean;
      state: string;
      approved_pick_up: bigint | null;
      approved_replacement: string | null;
    }>("SELECT * FROM projected.receipt_hold ORDER BY hold_id");
    expect(holds.map(({ state }) => state)).to.deep.equal([
      "released",
      "open",
      "reduced",
      "reduced",
      "committed",
      "open",
    ]);
    for (const hold of holds.filter(({ state }) => state === "open")) {
      const kept = await warehouseReceipts.holdOf(hold.hold_id);
      expect(hold.quantity).to.equal(kept.value);
      expect(hold.firm).to.equal(kept.firm);
      const [approved] = await warehouseReceipts.approvalOf(hold.hold_id);
      expect(hold.approved_pick_up ?? 0n).to.equal(approved);
    }
    const offers = await stack.database.query<{ state: string }>(
      "SELECT state FROM projected.receipt_offer ORDER BY offer_id",
    );
    expect(offers.map(({ state }) => state)).to.deep.equal(["accepted", "declined", "expired"]);
  });

  it("has every lot as the chain has it: measured, live, counts, control", async () => {
    const rows = await stack.database.query<Record<string, bigint | Date | boolean | null>>(
      "SELECT * FROM projected.lot ORDER BY lot_id",
    );
    expect(rows).to.have.length(3);
    const seconds = (value: unknown) =>
      value instanceof Date ? BigInt(value.getTime() / 1000) : 0n;
    for (const row of rows) {
      const lot = await stack.contracts.warehouses.lotOf(row["lot_id"] as bigint);
      expect(row["measured"]).to.equal(lot.measured);
      expect(row["live"]).to.equal(lot.live);
      expect(row["contradicted"]).to.equal(lot.contradicted);
      expect(row["short_since"] !== null).to.equal(lot.short);
      expect(seconds(row["sound_at"])).to.equal(lot.soundAt);
      expect(row["by_custodian"]).to.equal(lot.byCustodian);
      expect(seconds(row["by_custodian_at"])).to.equal(lot.byCustodianAt);
      expect(row["by_counter"]).to.equal(lot.byCounter);
      expect(seconds(row["by_counter_at"])).to.equal(lot.byCounterAt);
      expect(seconds(row["moved_at"])).to.equal(lot.movedAt);
    }
    expect(rows[0]).to.include({ contradicted: true });
    expect(rows[0]?.["short_since"]).to.be.instanceOf(Date);
  });

  it("has every location as the chain has it, a unit that is no text in hex", async () => {
    const rows = await stack.database.query<Record<string, unknown>>(
      "SELECT * FROM projected.location ORDER BY location_id",
    );
    for (const row of rows) {
      const kept = await stack.contracts.warehouses.locationOf(row["location_id"] as bigint);
      expect(row["measured"]).to.equal(kept.measured);
      expect(row["over_capacity"]).to.equal(kept.over);
      expect(row["fresh_for"]).to.equal(kept.freshFor);
      expect(row["freeze_after"]).to.equal(kept.freezeAfter);
      expect(row["counter"] ?? 0n).to.equal(kept.counter);
    }
    expect(rows.map((row) => row["unit"])).to.deep.equal(["KGM", "0x000001"]);
    expect(rows.map((row) => row["over_capacity"])).to.deep.equal([false, true]);
  });

  it("keeps admissions until the end of time, and that owners changed", async () => {
    const rows = await stack.database.query<Record<string, unknown>>(
      "SELECT * FROM projected.custodian ORDER BY custodian",
    );
    expect(rows.map((row) => row["owners_changed"])).to.deep.equal([false, true]);
    expect(rows[0]?.["until"]).to.deep.equal(new Date("9999-12-31T23:59:59Z"));
    expect(rows[1]).to.include({ ownership_evidence: id("register extract") });
  });

  it("tells those whom it concerns, named or not", async () => {
    const eventsOf = async (name: CastName) => {
      const { body } = await stack.as(name).get("/v1/events?limit=500");
      return (body["events"] as { contract: string; name: string }[])
        .filter(({ contract }) => contract.startsWith("warehouse"))
        .map((event) => event.name);
    };
    const holder = await eventsOf("tierOne");
    expect(holder).to.include.members(["ReceiptIssued", "LotShort", "OfferAccepted", "Held"]);
    const keeper = await eventsOf("custodian");
    expect(keeper).to.include.members([
      "LotOpened",
      "Counted",
      "StockMoved",
      "LotShort",
      "PickedUp",
    ]);
    expect(await eventsOf("registrar")).to.include.members(["CounterAppointed", "Counted"]);
    expect(await eventsOf("otherCustodian")).to.deep.equal([
      "CustodianAdmitted",
      "OwnershipChanged",
    ]);
    expect(await eventsOf("financierB")).to.deep.equal([]);
  });

  it("is rebuilt equal from the chain alone", async () => {
    const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
    const { checkpoint: __, ...projected } = await projectedTables(stack.database);
    expect(rebuilt).to.deep.equal(projected);
    expect(rebuilt["receipt_ending"]).to.have.length(3);
    expect(rebuilt["receipt_order_nonce"]).to.have.length(4);
    expect(rebuilt["stock_count"]).to.have.length(5);
  });
});
