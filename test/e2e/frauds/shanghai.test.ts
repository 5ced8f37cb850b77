import { goodsKey, markDigest, placeDigest } from "@tallystick/sdk";
import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../../gateway/helpers/client.ts";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import { type FraudStage, fraudStage } from "./fraudStage.ts";
import { pledging } from "./pledging.ts";

const yard = "CN Shanghai, Baoshan, Yangpu Road 2400, yard 4";

/**
 * In 2012 steel traders around Shanghai borrowed against receipts that colluding warehouses had given over nothing, or over
 * other traders' steel, and against one receipt at several banks. Hashes of such papers would have been quite in order.
 */
describe("Shanghai 2012: steel that lies nowhere secures a loan", function () {
  this.timeout(120_000);
  let stage: FraudStage;
  let location: unknown;
  let lot: unknown;
  let receipt: string;
  let pledges: ReturnType<typeof pledging>;
  let lien: bigint;
  let second: bigint;
  before(async () => {
    stage = await fraudStage(["tierOne", "tierTwo", "financierA", "financierB", "custodian"]);
    pledges = pledging(stage);
    await stage.done(stage.stock.admission("custodian"));
    const place = { address: yard, capacity: "5000", unit: "TNE" };
    ({ location } = await stage.done(stage.stock.location(place)));
    ({ lot } = await stage.done(stage.stock.lot(location, { mark: "Coil 1204", minLot: "1" })));
  });
  after(() => stage.close());

  /** The last event of this name that a member is told. */
  const eventOf = async (member: CastName, name: string): Promise<Record<string, string>> => {
    const { events } = await stage.done(stage.as(member).get("/v1/events?limit=500"));
    const all = events as { name: string; args: Record<string, string> }[];
    return all.findLast((event) => event.name === name)?.args ?? {};
  };

  it("The warehouse gives a trader a receipt over a yard in which nobody counted anything", async () => {
    expect(await stage.refused(() => stage.stock.receipt(lot, "4000"))).to.deep.equal([
      409,
      "WarehousesNoControl",
      "Evidence of control over lot 1 is frozen.",
    ]);
  });

  it("It states 9,000 tonnes in a yard that holds 5,000", async () => {
    const { obstacles } = await stage.done(stage.stock.count(lot, "9000"));
    expect(obstacles).to.deep.equal(["over-capacity"]);
    expect(await stage.refused(() => stage.stock.receipt(lot, "4000"))).to.deep.equal([
      409,
      "WarehousesOverCapacity",
      "Location 1 holds 9000, more than its capacity of 5000.",
    ]);
  });

  it("It counts the 4,000 tonnes that are there, and gives receipts over more", async () => {
    expect((await stage.done(stage.stock.count(lot, "4000")))["obstacles"]).to.deep.equal([]);
    const honest = { depositor: stage.who.tierTwo.id };
    receipt = String((await stage.done(stage.stock.receipt(lot, "4000", honest)))["receipt"]);
    expect(await stage.refused(() => stage.stock.receipt(lot, "1"))).to.deep.equal([
      409,
      "WarehousesOverissued",
      "Lot 1 holds 4000, of which 4000 is under receipt, and this asks for 1.",
    ]);
  });

  it("It gives a receipt to itself, to pledge it by a straw man later", async () => {
    const toItself = { depositor: stage.who.custodian.id };
    expect(await stage.refused(() => stage.stock.receipt(lot, "1", toItself))).to.deep.equal([
      409,
      "SplitTokenToDebtor",
      "Receipt 4294967296 can't be passed to Qiandao Harbour Storage, who owes it.",
    ]);
  });

  it("It books another trader's coils a second time, as a lot of their own", async () => {
    const twin = { mark: "COIL  1204", minLot: "1" };
    expect(await stage.refused(() => stage.stock.lot(location, twin))).to.deep.equal([
      409,
      "WarehousesLotTaken",
      `Goods ${goodsKey(placeDigest(yard), markDigest("Coil 1204"))} are lot ${lot} already.`,
    ]);
  });

  it("It paints another mark on them: what both lots hold is more than the yard does", async () => {
    const painted = { mark: "Coil 9999", minLot: "1" };
    const { lot: second } = await stage.done(stage.stock.lot(location, painted));
    const { obstacles } = await stage.done(stage.stock.count(second, "4000"));
    expect(obstacles).to.deep.equal(["over-capacity"]);
    expect(await stage.refused(() => stage.stock.receipt(second, "4000"))).to.deep.equal([
      409,
      "WarehousesOverCapacity",
      "Location 1 holds 8000, more than its capacity of 5000.",
    ]);
    expect((await stage.done(stage.stock.count(second, "1000")))["obstacles"]).to.deep.equal([]);
  });

  it("The borrower offers a bank the receipt of the trader whose steel it is", async () => {
    const offer = {
      to: stage.who.financierA.id,
      quantity: "4000",
      expiresAt: await stage.instantIn(3_600),
      tradeReference: id("loan"),
    };
    expect(
      await stage.refused(() => stage.as("tierOne").post(`/v1/receipts/${receipt}/offers`, offer)),
    ).to.deep.equal([
      403,
      "SplitTokenNotOwner",
      `Receipt ${receipt} belongs to Taihu Castings, not to Lianyun Bearings.`,
    ]);
  });

  it("He pledges it to the bank all the same", async () => {
    const others = { receipt, amount: 1_000n, to: "financierA" } as const;
    expect(
      await stage.refusedByLedger(() => pledges.pledge(stage.own("tierOne"), others)),
    ).to.deep.equal([
      "SplitTokenNotOwner",
      `Receipt ${receipt} belongs to Taihu Castings, not to Lianyun Bearings.`,
    ]);
  });

  it("The trader pledges 3,000 tonnes to one bank, and the same 3,000 to another", async () => {
    const trader = stage.own("tierTwo");
    lien = await pledges.pledge(trader, { receipt, amount: 3_000n, to: "financierA" });
    await pledges.accept(stage.own("financierA"), lien);
    await pledges.countersign(stage.own("custodian"), lien);
    expect(await pledges.stateOf(lien)).to.equal("active");
    const again = { receipt, amount: 3_000n, to: "financierB" } as const;
    expect(await stage.refusedByLedger(() => pledges.pledge(trader, again))).to.deep.equal([
      "SplitTokenExceedsFree",
      `1,000 of receipt ${receipt} is free, this asks for 3,000.`,
    ]);
    second = await pledges.pledge(trader, { ...again, amount: 1_000n });
  });

  it("The bank sends somebody to count: there are 1,500 tonnes, and the lower count stands", async () => {
    const counter = {
      counter: stage.who.auditor.id,
      appointer: stage.who.financierA.id,
      document: id("supervision contract"),
    };
    const path = `/v1/locations/${location}/counter`;
    await stage.done(stage.write("operator", "PUT", path, counter));
    const counted = await stage.done(stage.stock.count(lot, "1500", "auditor"));
    expect(counted).to.deep.include({ measured: "1500", control: "contradicted", isShort: true });
    const stated = await stage.done(stage.stock.count(lot, "4000"));
    expect(stated).to.deep.include({ measured: "1500", isContradicted: true, isShort: true });
    expect(await stage.refused(() => stage.stock.receipt(lot, "1"))).to.deep.equal([
      409,
      "WarehousesNoControl",
      "Evidence of control over lot 1 is contradicted.",
    ]);
  });

  it("The shortage names the receipts that it reaches, and their holder is told", async () => {
    const lotNow = await stage.done(stage.as("regulator").get(`/v1/lots/${lot}`));
    // Half a percent of 4,000 tonnes may vanish by nature; nobody stole the other 2,480.
    expect(lotNow).to.deep.include({ live: "4000", measured: "1500", uncovered: "2480" });
    expect(lotNow["obstacles"]).to.deep.equal(["contradicted", "short"]);
    const told = await eventOf("tierTwo", "LotShort");
    expect(told).to.deep.include({ lot: "1", live: "4000", measured: "1500", loss: "20" });
    expect(BigInt(told["firstReceipt"] ?? 0) <= BigInt(receipt)).to.equal(true);
    expect(BigInt(told["lastReceipt"] ?? 0) >= BigInt(receipt)).to.equal(true);
  });

  it("The holder sells it on before the news spreads", async () => {
    const offer = {
      to: stage.who.tierThree.id,
      quantity: "4000",
      expiresAt: await stage.instantIn(3_600),
      tradeReference: id("sale"),
    };
    const [status, code, sentence] = await stage.refused(() =>
      stage.as("tierTwo").post(`/v1/receipts/${receipt}/offers`, offer),
    );
    expect([status, code]).to.deep.equal([409, "SplitTokenClosed"]);
    expect(sentence).to.match(/^Receipts of lot 1 don't circulate: .*, or the lot is short\.$/);
  });

  it("The other bank, about to lend on the rest, accepts no pledge of it", async () => {
    expect(
      await stage.refusedByLedger(() => pledges.accept(stage.own("financierB"), second)),
    ).to.deep.equal(["WarehousesNoControl", "Evidence of control over lot 1 is contradicted."]);
  });

  it("The holder fetches the pledged steel without the bank, and with it what doesn't exist", async () => {
    const path = `/v1/receipts/${receipt}`;
    const fetch = async (its: object): Promise<Answer> => {
      const pick = { quantity: "3000", goods: "3000", gate: id("gate-out note"), ...its };
      const { order } = await stage.done(stage.as("tierTwo").post(`${path}/pick-up-orders`, pick));
      return stage.as("custodian").post(`${path}/pick-ups`, { order });
    };
    expect(await stage.refused(() => fetch({}))).to.deep.equal([
      409,
      "SplitTokenExceedsFree",
      `0 of receipt ${receipt} is free, this asks for 3,000.`,
    ]);
    const hold = pledges.holdOf(lien);
    expect(await stage.refused(() => fetch({ hold }))).to.deep.equal([
      409,
      "ReceiptsNotApproved",
      "0 of hold 1 is approved for pick-up, this asks for 3000.",
    ]);
    await pledges.approvePickUp(stage.own("financierA"), lien, 3_000n);
    expect(await stage.refused(() => fetch({ hold }))).to.deep.equal([
      409,
      "WarehousesGateOut",
      "3000 would leave lot 1, where 0 to 1125 may for that quantity.",
    ]);
  });
});
