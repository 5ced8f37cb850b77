import { goodsDigest } from "@tallystick/sdk";
import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import { grantPledger } from "../helpers/grantPledger.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { store } from "../helpers/store.ts";

const day = 86_400;
const overseers = ["operator", "registrar", "auditor", "regulator", "legal"] as const;

describe("Warehouse receipts over HTTP", function () {
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
  const read = (receipt: unknown, as: CastName = "tierOne") =>
    stack.as(as).get(`/v1/receipts/${receipt}`);
  const lotOf = async (lot: unknown) => (await stack.as("custodian").get(`/v1/lots/${lot}`)).body;
  const post = (as: CastName, receipt: unknown, verb: string, body: unknown) =>
    stack.as(as).post(`/v1/receipts/${receipt}/${verb}`, body);
  const standing = async (recipient: CastName, sender: CastName, seconds = day) =>
    stack.write(recipient, "PUT", `/v1/receipt-standing-acceptances/${stack.who[sender].id}`, {
      until: await stack.instantIn(seconds),
      framework: id("framework"),
    });

  describe("issue", () => {
    it("puts measured goods under a receipt, whose terms this gateway keeps", async () => {
      const { lot } = await stock.counted("10000");
      const done = await stock.receipt(lot, "8000");
      expect(done.status).to.equal(201);
      expect(done.body).to.deep.include({
        lot,
        quantity: "8000",
        held: "0",
        free: "8000",
        unit: "KGM",
        tier: 1,
        state: "live",
        cause: "issue",
        flags: [],
      });
      const { body } = await read(done.body["receipt"]);
      expect(body["terms"]).to.deep.include({
        depositor: { name: "Lianyun Bearings", address: "Lianyun Road 1, Nanjing" },
        goods: stock.goods,
        quantity: "8000",
        unit: "KGM",
        lossBasisPoints: 50,
        fee: { minor: "30", currency: "CNY", per: "tonne and day" },
      });
      expect(body["terms"]).to.have.nested.property("issuer.name", "Qiandao Harbour Storage");
      expect(body["terms"]).to.have.nested.property("insurance.insurer", "Harbour Mutual");
      expect(body["endorsements"]).to.deep.equal([]);
      expect(body["stock"]).to.deep.include({
        measured: "10000",
        live: "8000",
        receiptable: "2000",
      });
    });

    it("never exceeds what was measured, by any amount", async () => {
      const { lot } = await stock.issued("10000", "8000");
      const over = await stock.receipt(lot, "2001");
      expect(refusal(over)).to.deep.equal([409, "WarehousesOverissued"]);
      for (const quantity of ["0", "-5", "1.5", String(2n ** 72n), 7])
        expect((await stock.receipt(lot, quantity as string)).status, String(quantity)).to.equal(
          400,
        );
      expect(await lotOf(lot)).to.deep.include({ live: "8000", measured: "10000" });
      expect((await stock.receipt(lot, "2000")).status).to.equal(201);
    });

    it("is for custodians of the lot, to suppliers, never to themselves", async () => {
      const { lot } = await stock.counted("100");
      const body = {
        lot,
        depositor: stack.who.tierOne.id,
        quantity: "10",
        terms: await stock.terms(),
      };
      expect(refusal(await stack.as("tierOne").post("/v1/receipts", body))).to.deep.equal([
        403,
        "not-permitted",
      ]);
      // Another custodian was not told the texts of this lot, and may not issue over it even with them.
      const blind = await stack.as("otherCustodian").post("/v1/receipts", body);
      expect(refusal(blind)).to.deep.equal([422, "unprocessable"]);
      const self = await stock.receipt(lot, "10", { depositor: stack.who.custodian.id });
      expect(refusal(self)).to.deep.equal([409, "SplitTokenToDebtor"]);
      const bank = await stock.receipt(lot, "10", { depositor: stack.who.bank.id });
      expect(refusal(bank)).to.deep.equal([403, "MembersMissingRole"]);
      expect(await lotOf(lot)).to.deep.include({ live: "0" });
    });

    it("states the goods that the lot was opened with, and whole terms", async () => {
      const { lot } = await stock.counted("100");
      const other = { ...stock.goods, quality: "99.85 %" };
      const wrong = await stock.receipt(lot, "10", { terms: await stock.terms({ goods: other }) });
      expect(refusal(wrong)).to.deep.equal([422, "unprocessable"]);
      const mark = await stock.receipt(lot, "10", { terms: await stock.terms({ mark: "Heat 0" }) });
      expect(refusal(mark)).to.deep.equal([422, "unprocessable"]);
      const storage = { from: await stack.dayIn(5), until: await stack.dayIn(1) };
      const period = await stock.receipt(lot, "10", { terms: await stock.terms({ storage }) });
      expect(refusal(period)).to.deep.equal([422, "goods-period-invalid"]);
      expect((await stock.receipt(lot, "10", { terms: {} })).status).to.equal(400);
      expect(goodsDigest({ ...other, pieces: 40n })).to.not.equal(
        (await lotOf(lot))["goodsDigest"],
      );
    });

    it("takes one effect however often it is asked", async () => {
      const { lot } = await stock.counted("100");
      const body = {
        lot,
        depositor: stack.who.tierOne.id,
        quantity: "60",
        terms: await stock.terms(),
      };
      const first = await stack.as("custodian").post("/v1/receipts", body, "issue-once");
      const again = await stack.as("custodian").post("/v1/receipts", body, "issue-once");
      expect(again.body).to.deep.equal(first.body);
      expect(await lotOf(lot)).to.deep.include({ live: "60" });
    });
  });

  describe("circulation", () => {
    it("splits and merges within one holder", async () => {
      const { receipt } = await stock.issued();
      const part = await post("tierOne", receipt, "splits", { quantity: "3000" });
      expect(part.status).to.equal(201);
      expect(part.body).to.deep.include({ quantity: "3000", tier: 1, cause: "split" });
      const merged = await post("tierOne", receipt, "merges", { others: [part.body["receipt"]] });
      expect(merged.body).to.deep.include({ quantity: "8000" });
      const spent = await read(part.body["receipt"]);
      expect(spent.body).to.deep.include({ state: "spent", quantity: "0" });
      const foreign = await post("tierTwo", receipt, "splits", { quantity: "1" });
      expect(refusal(foreign)).to.deep.equal([403, "SplitTokenNotOwner"]);
      expect(foreign.body["detail"]).to.contain(`eceipt ${receipt} belongs to Lianyun Bearings`);
      const small = await post("tierOne", receipt, "splits", { quantity: "5" });
      expect(refusal(small)).to.deep.equal([409, "SplitTokenBelowMinLot"]);
      const unknown = await post("tierOne", "999", "splits", { quantity: "20" });
      expect(refusal(unknown)).to.deep.equal([404, "SplitTokenUnknown"]);
    });

    it("passes to who accepts, in advance or by a signature, and the lineage says so", async () => {
      const { receipt } = await stock.issued();
      const to = stack.who.tierTwo.id;
      const tradeReference = id("order 7");
      const unasked = await post("tierOne", receipt, "transfers", {
        to,
        quantity: "500",
        tradeReference,
      });
      expect(refusal(unasked)).to.deep.equal([409, "SplitTokenNotAccepted"]);
      expect((await standing("tierTwo", "tierOne")).body).to.deep.include({ isInForce: true });
      const given = await stack.as("tierTwo").get("/v1/receipt-standing-acceptances");
      expect(itemsOf(given)).to.have.length(1);
      const certificates = await stack.as("tierTwo").get("/v1/standing-acceptances");
      expect(itemsOf(certificates)).to.deep.equal([]);
      const passed = await post("tierOne", receipt, "transfers", {
        to,
        quantity: "500",
        tradeReference,
      });
      expect(passed.status).to.equal(201);
      expect(passed.body).to.deep.include({ quantity: "500", tier: 2, parent: receipt });
      const child = await read(passed.body["receipt"], "tierTwo");
      expect(child.body["endorsements"]).to.have.length(1);
      expect(child.body["endorsements"]).to.have.nested.property(
        "[0].tradeReference",
        tradeReference,
      );
      expect(child.body["terms"]).to.have.property("quantity", "8000");
      const third = stack.who.tierThree.id;
      const signed = await stack.as("tierThree").post("/v1/receipt-acceptance-signatures", {
        receipt,
        quantity: "250",
        tradeReference,
        deadline: await stack.instantIn(3_600),
      });
      const asked = { to: third, quantity: "250", tradeReference, acceptance: signed.body };
      const taken = await post("tierOne", receipt, "transfers", asked);
      expect(taken.body).to.deep.include({ quantity: "250", tier: 2 });
      expect((await standing("tierTwo", "tierOne", -10)).body["isInForce"]).to.equal(false);
    });

    it("passes parts to many at once, all or none", async () => {
      const { receipt } = await stock.issued();
      await standing("tierTwo", "tierOne");
      const pass = (name: CastName, quantity: string) => ({
        to: stack.who[name].id,
        quantity,
        tradeReference: id("order"),
      });
      const passes = [pass("tierTwo", "100"), pass("tierTwo", "200")];
      const done = await post("tierOne", receipt, "transfer-batches", { passes });
      expect(itemsOf(done).map((each) => each["quantity"])).to.deep.equal(["100", "200"]);
      const refused = await post("tierOne", receipt, "transfer-batches", {
        passes: [...passes, pass("obligor", "100")],
      });
      expect(refusal(refused)).to.deep.equal([409, "SplitTokenBatchItem"]);
      expect((await read(receipt)).body).to.deep.include({ quantity: "7700" });
    });

    it("never passes to the custodian that owes the goods", async () => {
      const { receipt } = await stock.issued();
      const to = stack.who.custodian.id;
      const expiresAt = await stack.instantIn(60);
      const asked = { to, quantity: "10", expiresAt, tradeReference: id("order") };
      const passed = await post("tierOne", receipt, "offers", asked);
      expect(refusal(passed)).to.deep.equal([409, "SplitTokenToDebtor"]);
    });
  });

  describe("offers", () => {
    const offer = async (receipt: unknown, quantity = "1000") =>
      post("tierOne", receipt, "offers", {
        to: stack.who.tierTwo.id,
        quantity,
        expiresAt: await stack.instantIn(3_600),
        tradeReference: id("order"),
      });
    const end = (member: CastName, made: Answer, how: string) =>
      stack.as(member).post(`/v1/receipt-offers/${made.body["receiptOffer"]}/${how}`, {});

    it("hold a quantity until the recipient accepts, declines, or the holder takes it back", async () => {
      const { receipt, lot } = await stock.issued();
      const made = await offer(receipt);
      expect(made.body).to.deep.include({ state: "open", quantity: "1000", unit: "KGM", tier: 2 });
      expect((await lotOf(lot))["held"]).to.equal("1000");
      const looked = await read(receipt, "tierTwo");
      expect(looked.body["encumbrances"]).to.have.nested.property("[0].kind", "offer");
      const taken = await end("tierTwo", made, "acceptance");
      expect(taken.status).to.equal(201);
      expect(taken.body).to.deep.include({ quantity: "1000", tier: 2, parent: receipt });
      const declined = await end("tierTwo", await offer(receipt), "declination");
      expect(declined.body["state"]).to.equal("declined");
      const back = await end("tierOne", await offer(receipt), "cancellation");
      expect(back.body["state"]).to.equal("cancelled");
      expect((await lotOf(lot))["held"]).to.equal("0");
    });

    it("have numbers of their own beside certificates' offers, and are their parties' business", async () => {
      const { receipt } = await stock.issued();
      const made = await offer(receipt);
      const path = `/v1/receipt-offers/${made.body["receiptOffer"]}`;
      expect((await stack.as("tierTwo").get(path)).body).to.deep.include({ state: "open" });
      expect(refusal(await stack.as("tierThree").get(path))).to.deep.equal([403, "not-permitted"]);
      const certificates = await stack.as("tierTwo").get("/v1/offers?direction=in");
      expect(itemsOf(certificates)).to.deep.equal([]);
      const inbox = await stack.as("tierTwo").get("/v1/receipt-offers?state=open");
      expect(itemsOf(inbox)).to.have.length(1);
      expect(refusal(await end("tierThree", made, "acceptance"))).to.deep.equal([
        403,
        "SplitTokenOfferParty",
      ]);
      expect(refusal(await offer(receipt, "7001"))).to.deep.equal([409, "SplitTokenExceedsFree"]);
      await stack.pass(3_700);
      expect(refusal(await end("tierTwo", made, "acceptance"))).to.deep.equal([
        409,
        "SplitTokenExpired",
      ]);
      expect((await end("auditor", made, "expiry")).body["state"]).to.equal("expired");
      const out = await stack
        .as("tierOne")
        .get("/v1/receipt-offers?direction=out&state=ended&limit=1");
      expect(itemsOf(out).map((each) => each["state"])).to.deep.equal(["expired"]);
    });
  });

  describe("who reads what", () => {
    it("a holder its own and the lot, with other holders as one sum without a name", async () => {
      const { receipt, lot } = await stock.issued();
      await standing("tierTwo", "tierOne");
      const to = stack.who.tierTwo.id;
      const asked = { to, quantity: "3000", tradeReference: id("order") };
      const { body: child } = await post("tierOne", receipt, "transfers", asked);
      const own = await stack.as("tierTwo").get(`/v1/lots/${lot}`);
      const holdings = own.body["holdings"] as Record<string, unknown>[];
      expect(holdings.map((each) => each["quantity"])).to.deep.equal(["3000", "5000"]);
      expect(holdings[0]?.["holder"]).to.have.property("memberId", to);
      expect(holdings[1]).to.deep.include({ holder: null, receipts: 1 });
      const all = (await lotOf(lot))["holdings"] as Record<string, unknown>[];
      expect(all.every((each) => each["holder"] !== null)).to.equal(true);
      expect(refusal(await read(receipt, "tierThree"))).to.deep.equal([403, "not-permitted"]);
      expect(refusal(await read(child["receipt"], "otherCustodian"))).to.deep.equal([
        403,
        "not-permitted",
      ]);
      for (const name of ["custodian", ...overseers] as const)
        expect((await read(receipt, name)).status).to.equal(200);
    });

    it("lists what is one's own, narrowed and by page", async () => {
      const { lot, receipt } = await stock.issued();
      const part = await post("tierOne", receipt, "splits", { quantity: "100" });
      const first = await stack.as("tierOne").get(`/v1/receipts?lot=${lot}&limit=1`);
      expect(itemsOf(first).map((each) => each["receipt"])).to.deep.equal([part.body["receipt"]]);
      const rest = await stack
        .as("tierOne")
        .get(`/v1/receipts?lot=${lot}&after=${first.body["next"]}`);
      expect(itemsOf(rest).map((each) => each["receipt"])).to.deep.equal([receipt]);
      expect(itemsOf(await stack.as("tierThree").get(`/v1/receipts?lot=${lot}`))).to.deep.equal([]);
      const kept = await stack
        .as("custodian")
        .get(`/v1/receipts?custodian=me&lot=${lot}&state=live`);
      expect(itemsOf(kept)).to.have.length(2);
      const holder = stack.who.tierOne.id;
      const all = await stack.as("regulator").get(`/v1/receipts?holder=${holder}&lot=${lot}`);
      expect(itemsOf(all)).to.have.length(2);
    });
  });

  it("of a short lot don't circulate, and everybody who holds one is told", async () => {
    const { lot, receipt } = await stock.issued("10000", "8000");
    const short = await stock.count(lot, "4000");
    expect(short.body).to.deep.include({
      isShort: true,
      live: "8000",
      naturalLoss: "40",
      uncovered: "3960",
      obstacles: ["short"],
    });
    const split = await post("tierOne", receipt, "offers", {
      to: stack.who.tierTwo.id,
      quantity: "100",
      expiresAt: await stack.instantIn(60),
      tradeReference: id("order"),
    });
    expect(refusal(split)).to.deep.equal([409, "SplitTokenClosed"]);
    const more = await stock.receipt(lot, "10");
    expect(refusal(more)).to.deep.equal([409, "WarehousesShort"]);
    const listed = itemsOf(await stack.as("tierOne").get("/v1/lots?state=short"));
    expect(listed.map((each) => each["lot"])).to.deep.equal([lot]);
    const events = await stack.as("tierOne").get("/v1/events?limit=500");
    const names = (events.body["events"] as { name: string }[]).map(({ name }) => name);
    expect(names).to.include("LotShort");
    const whole = await stock.count(lot, "8000");
    expect(whole.body).to.deep.include({ isShort: false, shortSince: null });
  });

  it("of a lot whose storage ended don't circulate", async () => {
    const { location } = (await stock.location()).body;
    const { lot } = (await stock.lot(location, { storageUntil: await stack.dayIn(1) })).body;
    await stock.count(lot, "100");
    const { receipt } = (await stock.receipt(lot, "100")).body;
    await stack.pass(2 * day);
    await stock.count(lot, "100");
    const split = await post("tierOne", receipt, "offers", {
      to: stack.who.tierTwo.id,
      quantity: "20",
      expiresAt: await stack.instantIn(60),
      tradeReference: id("order"),
    });
    expect(refusal(split)).to.deep.equal([409, "SplitTokenClosed"]);
  });

  it("show what a contract holds of them", async () => {
    const pledger = await grantPledger(stack);
    const { lot, receipt } = await stock.issued();
    const { contracts, who } = stack;
    const soon = (await stack.now()) + day;
    const receipts = contracts.warehouseReceipts.connect(pledger);
    const ref = id("direct");
    const held = [BigInt(receipt), who.tierOne.id, 2_500n, soon, ref] as const;
    const sent = await receipts.hold(...held, { gasPrice: 0n, type: 0 });
    await sent.wait();
    await stack.pass(1);
    expect(await lotOf(lot)).to.deep.include({ held: "2500", free: "5500" });
    const { body } = await read(receipt);
    expect(body).to.deep.include({ held: "2500", free: "5500" });
    expect(body["encumbrances"]).to.have.nested.property("[0].kind", "hold");
    expect(body["encumbrances"]).to.have.nested.property("[0].contract", pledger.address);
    const over = await post("tierOne", receipt, "splits", { quantity: "5501" });
    expect(refusal(over)).to.deep.equal([409, "SplitTokenExceedsFree"]);
  });
});
