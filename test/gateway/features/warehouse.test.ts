import { goodsDigest, markDigest, placeDigest } from "@tallystick/sdk";
import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { signStock } from "../helpers/signStock.ts";
import { store } from "../helpers/store.ts";

const day = 86_400;

describe("Custodians, locations and lots over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let stock: ReturnType<typeof store>;
  before(async () => {
    stack = await ledgerGateway();
    stock = store(stack);
    expect((await stock.admission()).status).to.equal(201);
  });
  after(() => stack.close());

  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const itemsOf = ({ body }: Answer) => body["items"] as Record<string, unknown>[];
  const lotOf = async (lot: unknown, as: CastName = "custodian") =>
    (await stack.as(as).get(`/v1/lots/${lot}`)).body;

  describe("custodians", () => {
    it("are admitted by an operator on evidence, as every member can read", async () => {
      const done = await stock.admission("otherCustodian");
      expect(done.status).to.equal(201);
      expect(done.body).to.deep.include({
        isAdmitted: true,
        criteria: stock.criteria,
        ownershipChange: null,
        locations: 0,
        shortLots: 0,
      });
      const path = `/v1/custodians/${stack.who.otherCustodian.id}`;
      const read = await stack.as("financierA").get(path);
      expect(read.body["admittedBy"]).to.have.property("name", "Harbour Operations");
      const list = await stack.as("tierOne").get("/v1/custodians?limit=1");
      expect(itemsOf(list)).to.have.length(1);
      const next = await stack.as("tierOne").get(`/v1/custodians?after=${list.body["next"]}`);
      expect(itemsOf(next).map((each) => each["custodian"])).to.have.nested.property(
        "[0].memberId",
        stack.who.otherCustodian.id,
      );
    });

    it("take in nothing new once their owners changed, until they are admitted again", async () => {
      const path = `/v1/custodians/${stack.who.otherCustodian.id}/ownership-changes`;
      const evidence = id("extract of the register");
      expect(refusal(await stack.as("tierOne").post(path, { evidence }))).to.deep.equal([
        403,
        "not-permitted",
      ]);
      const changed = await stack.as("registrar").post(path, { evidence });
      expect(changed.body).to.deep.include({ isAdmitted: false });
      expect(changed.body["ownershipChange"]).to.deep.include({ evidence });
      const refused = await stock.location({}, "otherCustodian");
      expect(refusal(refused)).to.deep.equal([403, "WarehousesNotAdmitted"]);
      const again = await stock.admission("otherCustodian");
      expect(again.body).to.deep.include({ isAdmitted: true, ownershipChange: null });
      expect((await stock.location({}, "otherCustodian")).status).to.equal(201);
    });

    it("are admitted by operators alone, with all evidence, and no day that is over", async () => {
      const path = `/v1/custodians/${stack.who.otherCustodian.id}/admission`;
      const until = await stack.instantIn(day);
      const body = { criteria: stock.criteria, until };
      expect(refusal(await stack.as("auditor").post(path, body))).to.deep.equal([
        403,
        "not-permitted",
      ]);
      const none = `0x${"0".repeat(64)}`;
      const empty = await stock.admission("otherCustodian", {
        criteria: { ...stock.criteria, ownCredit: none },
      });
      expect(refusal(empty)).to.deep.equal([409, "WarehousesNoEvidence"]);
      const past = await stock.admission("otherCustodian", { until: await stack.instantIn(-day) });
      expect(refusal(past)).to.deep.equal([409, "WarehousesUntilPassed"]);
      expect((await stock.admission("otherCustodian", { until: "for ever" })).status).to.equal(400);
      expect((await stock.admission("tierOne")).status).to.equal(403);
      expect((await stack.as("tierOne").get("/v1/custodians/1")).status).to.equal(404);
    });
  });

  describe("locations", () => {
    it("have one custodian, however the place is spelled", async () => {
      const address = "CN Qingdao, Qianwan Port Road 1, tank 7";
      const done = await stock.location({ address });
      expect(done.status).to.equal(201);
      expect(done.body).to.deep.include({
        place: placeDigest(address),
        address,
        unit: "KGM",
        capacity: "1000000",
        measured: "0",
        overCapacity: false,
        freshForSeconds: day,
        freezeAfterSeconds: 3 * day,
        counter: null,
      });
      const spelled = "cn  Qingdao, QIANWAN port road １,  Tank 7 ";
      const twice = await stock.location({ address: spelled }, "otherCustodian");
      expect(refusal(twice)).to.deep.equal([409, "WarehousesPlaceTaken"]);
      expect(twice.body["detail"]).to.contain("Qiandao Harbour Storage");
    });

    it("are registered by custodians, with a capacity and a unit", async () => {
      expect(refusal(await stock.location({}, "tierOne"))).to.deep.equal([403, "not-permitted"]);
      for (const capacity of ["-1", "0", String(2n ** 72n), 5])
        expect((await stock.location({ capacity })).status).to.equal(400);
      const unit = await stock.location({ unit: "kilograms" });
      expect(refusal(unit)).to.deep.equal([422, "goods-unit-invalid"]);
      expect((await stock.location({ address: "" })).status).to.equal(400);
    });

    it("are read by their custodian, their counter and who oversees, and by nobody else", async () => {
      const { location } = (await stock.location()).body;
      const path = `/v1/locations/${location}`;
      expect((await stack.as("custodian").get(path)).status).to.equal(200);
      for (const name of ["operator", "registrar", "auditor", "regulator", "legal"] as const)
        expect((await stack.as(name).get(path)).status).to.equal(200);
      for (const name of ["otherCustodian", "tierOne", "financierA"] as const) {
        expect(refusal(await stack.as(name).get(path))).to.deep.equal([403, "not-permitted"]);
        const list = itemsOf(await stack.as(name).get("/v1/locations"));
        expect(list.map((each) => each["location"])).to.not.include(location);
      }
      const appointed = await stack.write("operator", "PUT", `${path}/counter`, {
        counter: stack.who.bank.id,
        appointer: stack.who.financierA.id,
        document: id("supervision contract"),
      });
      expect(appointed.body["counter"]).to.have.nested.property(
        "appointer.memberId",
        stack.who.financierA.id,
      );
      expect((await stack.as("bank").get(path)).status).to.equal(200);
      const counted = itemsOf(await stack.as("bank").get("/v1/locations"));
      expect(counted.map((each) => each["location"])).to.deep.equal([location]);
      const nobody = await stack.write("operator", "PUT", `${path}/counter`, {
        counter: null,
        appointer: stack.who.financierA.id,
        document: id("end of the contract"),
      });
      expect(nobody.body["counter"]).to.equal(null);
    });

    it("have control limits that operators set", async () => {
      const { location } = (await stock.location()).body;
      const path = `/v1/locations/${location}/control-limits`;
      const limits = { freshForSeconds: 3_600, freezeAfterSeconds: 7_200 };
      expect((await stack.write("custodian", "PUT", path, limits)).status).to.equal(403);
      expect((await stack.write("operator", "PUT", path, limits)).body).to.deep.include(limits);
      const odd = { freshForSeconds: 7_200, freezeAfterSeconds: 3_600 };
      const refused = await stack.write("operator", "PUT", path, odd);
      expect(refusal(refused)).to.deep.equal([409, "WarehousesControlLimits"]);
      const unknown = "/v1/locations/4000000/control-limits";
      expect(refusal(await stack.write("operator", "PUT", unknown, limits))).to.deep.equal([
        404,
        "WarehousesUnknownLocation",
      ]);
    });
  });

  describe("lots", () => {
    it("are opened once for goods, empty until they are counted", async () => {
      const { location } = (await stock.location()).body;
      const done = await stock.lot(location, { mark: "Heat 4711" });
      expect(done.status).to.equal(201);
      expect(done.body).to.deep.include({
        markDigest: markDigest("heat 4711"),
        goodsDigest: goodsDigest({ ...stock.goods, pieces: 40n }),
        mark: "Heat 4711",
        goods: stock.goods,
        measured: "0",
        live: "0",
        held: "0",
        control: "frozen",
        soundAt: null,
        obstacles: ["frozen"],
      });
      const twice = await stock.lot(location, { mark: "HEAT  4711" });
      expect(refusal(twice)).to.deep.equal([409, "WarehousesLotTaken"]);
      const other = await stock.lot(location, {}, "otherCustodian");
      expect(refusal(other)).to.deep.equal([403, "WarehousesNotCustodian"]);
      const loss = await stock.lot(location, { lossBasisPoints: 501 });
      expect(refusal(loss)).to.deep.equal([409, "WarehousesLossStandard"]);
      const over = await stock.lot(location, { storageUntil: await stack.dayIn(-2) });
      expect(refusal(over)).to.deep.equal([409, "WarehousesDayPassed"]);
      expect((await stock.lot(location, { storageUntil: "2026-02-30" })).status).to.equal(400);
      expect((await stock.lot(location, { goods: { variety: "steel" } })).status).to.equal(400);
      expect(refusal(await stock.lot(4_000_000))).to.deep.equal([404, "WarehousesUnknownLocation"]);
    });

    it("hold what was counted, under control that ages", async () => {
      const { lot, location } = await stock.counted("10000");
      const fresh = await lotOf(lot);
      expect(fresh).to.deep.include({
        measured: "10000",
        receiptable: "10000",
        control: "sound",
        obstacles: [],
      });
      expect(fresh["place"]).to.deep.include({ location, measured: "10000" });
      expect(fresh["counts"]).to.have.nested.property("[0].method", "weighbridge");
      await stack.pass(day + 60);
      expect(await lotOf(lot)).to.deep.include({ control: "stale", obstacles: ["stale"] });
      const late = await stock.receipt(lot, "100");
      expect(refusal(late)).to.deep.equal([409, "WarehousesNoControl"]);
      await stack.pass(2 * day);
      expect(await lotOf(lot)).to.deep.include({ control: "frozen" });
      const again = await stock.count(lot, "9990");
      expect(again.body).to.deep.include({ control: "sound", measured: "9990" });
      const counts = await stack.as("custodian").get(`/v1/lots/${lot}/counts?limit=1`);
      expect(itemsOf(counts).map((each) => each["quantity"])).to.deep.equal(["9990"]);
      const rest = await stack
        .as("custodian")
        .get(`/v1/lots/${lot}/counts?after=${counts.body["next"]}`);
      expect(itemsOf(rest).map((each) => each["quantity"])).to.deep.equal(["10000"]);
    });

    it("are contradicted when custodian and counter disagree, and take the lower count", async () => {
      const { lot, location } = await stock.counted("10000");
      await stack.write("operator", "PUT", `/v1/locations/${location}/counter`, {
        counter: stack.who.bank.id,
        appointer: stack.who.financierA.id,
        document: id("supervision contract"),
      });
      const contradicted = await stock.count(lot, "6000", "bank");
      expect(contradicted.body).to.deep.include({
        measured: "6000",
        control: "contradicted",
        isContradicted: true,
        obstacles: ["contradicted"],
      });
      const refused = await stock.receipt(lot, "100");
      expect(refusal(refused)).to.deep.equal([409, "WarehousesNoControl"]);
      const agreed = await stock.count(lot, "6010");
      expect(agreed.body).to.deep.include({ control: "sound", measured: "6010" });
    });

    it("take statements that a device or a counter signed elsewhere, once", async () => {
      const { lot } = await stock.counted("500");
      await stack.pass(2);
      const takenAt = await stack.now();
      const { wallet, id: counter } = stack.who.custodian;
      const count = { lot, counter, quantity: 510n, takenAt, method: 2n, evidence: id("log") };
      const deadline = takenAt + day;
      const message = { ...count, deadline, epoch: 1n };
      const signature = await signStock.sign(stack, "Count", wallet, message);
      const instant = (seconds: number) => new Date(seconds * 1_000).toISOString();
      const body = {
        quantity: "510",
        takenAt: instant(takenAt),
        method: "device",
        evidence: id("log"),
        signed: {
          counter,
          account: wallet.address,
          deadline: instant(deadline),
          epoch: 1,
          signature,
        },
      };
      const relay = (changes = {}) =>
        stack.as("operator").post(`/v1/lots/${lot}/counts`, { ...body, ...changes });
      expect(refusal(await relay({ quantity: "900" }))).to.deep.equal([
        403,
        "MembersSignatureInvalid",
      ]);
      expect((await relay()).body).to.deep.include({ measured: "510" });
      expect(refusal(await relay())).to.deep.equal([409, "WarehousesCountTime"]);
      const stranger = await stock.count(lot, "1", "tierTwo");
      expect(refusal(stranger)).to.deep.equal([403, "not-permitted"]);
      const future = await stack.as("custodian").post(`/v1/lots/${lot}/counts`, {
        ...body,
        signed: undefined,
        takenAt: instant(takenAt + day),
      });
      expect(refusal(future)).to.deep.equal([409, "WarehousesCountTime"]);
      for (const quantity of ["-1", "1.5", String(2n ** 72n)])
        expect((await relay({ quantity })).status).to.equal(400);
      expect(await lotOf(lot)).to.deep.include({ measured: "510" });
    });

    it("say when the location holds more than its capacity", async () => {
      const { location } = (await stock.location({ capacity: "1000" })).body;
      const { lot } = (await stock.lot(location)).body;
      const counted = await stock.count(lot, "1500");
      expect(counted.body).to.deep.include({ measured: "1500", obstacles: ["over-capacity"] });
      const place = (await stack.as("custodian").get(`/v1/locations/${location}`)).body;
      expect(place).to.deep.include({ overCapacity: true, measured: "1500" });
      const refused = await stock.receipt(lot, "100");
      expect(refusal(refused)).to.deep.equal([409, "WarehousesOverCapacity"]);
    });

    it("are listed for whom they concern, by custodian, location and state", async () => {
      const { lot, location } = await stock.counted("100");
      const own = itemsOf(await stack.as("custodian").get(`/v1/lots?location=${location}`));
      expect(own.map((each) => each["lot"])).to.deep.equal([lot]);
      expect(itemsOf(await stack.as("tierThree").get("/v1/lots"))).to.deep.equal([]);
      const all = itemsOf(
        await stack.as("auditor").get(`/v1/lots?location=${location}&state=whole`),
      );
      expect(all).to.have.length(1);
      expect(itemsOf(await stack.as("auditor").get("/v1/lots?state=short"))).to.deep.equal([]);
      expect((await stack.as("tierThree").get(`/v1/lots/${lot}`)).status).to.equal(403);
      expect((await stack.as("auditor").get("/v1/lots/4000000")).status).to.equal(404);
    });
  });
});
