import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { rebuiltTables } from "../helpers/rebuiltTables.ts";
import { signStock } from "../helpers/signStock.ts";
import { store } from "../helpers/store.ts";

const day = 86_400;

describe("Orders for goods over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  let stock: ReturnType<typeof store>;
  before(async () => {
    stack = await ledgerGateway();
    stock = store(stack);
    for (const custodian of ["custodian", "otherCustodian"] as const)
      expect((await stock.admission(custodian)).status).to.equal(201);
  });
  after(() => stack.close());

  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const itemsOf = ({ body }: Answer) => body["items"] as Record<string, unknown>[];
  const lotOf = async (lot: unknown) => (await stack.as("custodian").get(`/v1/lots/${lot}`)).body;
  const receiptOf = async (receipt: unknown) =>
    (await stack.as("tierOne").get(`/v1/receipts/${receipt}`)).body;
  const post = (as: CastName, receipt: unknown, verb: string, body: unknown) =>
    stack.as(as).post(`/v1/receipts/${receipt}/${verb}`, body);
  const pick = { quantity: "1000", goods: "1000", gate: id("gate-out note") };

  describe("pick-up", () => {
    it("takes the holder's signature and the custodian's gate", async () => {
      const { lot, receipt } = await stock.issued();
      const ordered = await post("tierOne", receipt, "pick-up-orders", pick);
      expect(ordered.status).to.equal(201);
      expect(ordered.body).to.deep.include({ kind: "pick-up", status: "open", endedBy: null });
      expect(await lotOf(lot)).to.deep.include({ live: "8000", measured: "10000" });
      const inbox = await stack
        .as("custodian")
        .get("/v1/receipt-orders?direction=received&status=open");
      expect(itemsOf(inbox).map((each) => each["order"])).to.include(ordered.body["order"]);
      const out = await post("custodian", receipt, "pick-ups", { order: ordered.body["order"] });
      expect(out.status).to.equal(200);
      expect(out.body).to.deep.include({ quantity: "7000" });
      expect(await lotOf(lot)).to.deep.include({ live: "7000", measured: "9000" });
      const { endings } = await receiptOf(receipt);
      expect(endings).to.have.nested.property("[0].kind", "pick-up");
      expect(endings).to.have.nested.property("[0].goods", "1000");
      const order = await stack.as("tierOne").get(`/v1/receipt-orders/${ordered.body["order"]}`);
      expect(order.body).to.deep.include({ status: "done", endedBy: out.body["transactionHash"] });
      const twice = await post("custodian", receipt, "pick-ups", { order: ordered.body["order"] });
      expect(refusal(twice)).to.deep.equal([409, "ReceiptsNonceUsed"]);
    });

    it("keeps no more back than natural loss, and lets out no more than was ordered", async () => {
      const { lot, receipt } = await stock.issued();
      const send = async (goods: string) => {
        const { body } = await post("tierOne", receipt, "pick-up-orders", { ...pick, goods });
        return post("custodian", receipt, "pick-ups", { order: body["order"] });
      };
      expect(refusal(await send("994"))).to.deep.equal([409, "WarehousesGateOut"]);
      expect(refusal(await send("1001"))).to.deep.equal([409, "WarehousesGateOut"]);
      expect((await send("995")).status).to.equal(200);
      expect(await lotOf(lot)).to.deep.include({ live: "7000", measured: "9005" });
    });

    it("is ordered by the holder alone and carried out by its custodian alone", async () => {
      const { lot, receipt } = await stock.issued();
      const stranger = await post("tierTwo", receipt, "pick-up-orders", pick);
      expect(refusal(stranger)).to.deep.equal([403, "not-permitted"]);
      const { body } = await post("tierOne", receipt, "pick-up-orders", pick);
      const order = { order: body["order"] };
      expect(refusal(await post("tierOne", receipt, "pick-ups", order))).to.deep.equal([
        403,
        "not-permitted",
      ]);
      expect(refusal(await post("otherCustodian", receipt, "pick-ups", order))).to.deep.equal([
        403,
        "WarehousesNotCustodian",
      ]);
      const path = `/v1/receipt-orders/${body["order"]}`;
      expect(refusal(await stack.as("tierTwo").get(path))).to.deep.equal([403, "not-permitted"]);
      expect((await stack.as("auditor").get(path)).status).to.equal(200);
      const wrongKind = await post("custodian", receipt, "cancellations", order);
      expect(refusal(wrongKind)).to.deep.equal([404, "not-found"]);
      const missing = await post("custodian", receipt, "pick-ups", { order: "123456" });
      expect(refusal(missing)).to.deep.equal([404, "not-found"]);
      for (const quantity of ["0", "-1", String(2n ** 72n)])
        expect(
          (await post("tierOne", receipt, "pick-up-orders", { ...pick, quantity })).status,
        ).to.equal(400);
      expect(await lotOf(lot)).to.deep.include({ live: "8000", measured: "10000" });
    });

    it("is void once the holder takes its order back, or too late", async () => {
      const { lot, receipt } = await stock.issued();
      const { body } = await post("tierOne", receipt, "pick-up-orders", pick);
      const path = `/v1/receipt-orders/${body["order"]}`;
      expect(refusal(await stack.write("custodian", "DELETE", path))).to.deep.equal([
        403,
        "not-permitted",
      ]);
      const gone = await stack.write("tierOne", "DELETE", path);
      expect(gone.body).to.deep.include({ status: "cancelled" });
      const refused = await post("custodian", receipt, "pick-ups", { order: body["order"] });
      expect(refusal(refused)).to.deep.equal([409, "ReceiptsNonceUsed"]);
      const deadline = await stack.instantIn(60);
      const brief = await post("tierOne", receipt, "pick-up-orders", { ...pick, deadline });
      await stack.pass(100);
      const late = await post("custodian", receipt, "pick-ups", { order: brief.body["order"] });
      expect(refusal(late)).to.deep.equal([409, "MembersSignatureExpired"]);
      const expired = await stack.as("tierOne").get("/v1/receipt-orders?status=expired");
      expect(itemsOf(expired).map((each) => each["order"])).to.include(brief.body["order"]);
      expect(await lotOf(lot)).to.deep.include({ live: "8000" });
    });

    it("works with an order that was signed and kept elsewhere", async () => {
      const { receipt } = await stock.issued();
      const { wallet } = stack.who.tierOne;
      const deadline = (await stack.now()) + day;
      const order = { token: BigInt(receipt), quantity: 1_000n, goods: 1_000n, hold: 0n };
      const message = { ...order, gate: pick.gate, nonce: 77n, deadline, epoch: 1n };
      const signature = await signStock.sign(stack, "PickUp", wallet, message);
      const signed = {
        account: wallet.address,
        deadline: new Date(deadline * 1_000).toISOString(),
        epoch: 1,
        signature,
        nonce: "77",
      };
      const changed = { order: { ...pick, quantity: "1500", goods: "1500" }, signed };
      expect(refusal(await post("custodian", receipt, "pick-ups", changed))).to.deep.equal([
        403,
        "MembersSignatureInvalid",
      ]);
      const kept = await post("tierOne", receipt, "pick-up-orders", { ...pick, signed });
      expect(kept.body).to.deep.include({ nonce: "77", status: "open" });
      const out = await post("custodian", receipt, "pick-ups", { order: pick, signed });
      expect(out.body).to.deep.include({ quantity: "7000" });
    });

    it("stops when control evidence is too old, and of a short lot gives a share", async () => {
      const { lot, receipt } = await stock.issued("10000", "8000");
      const { body } = await post("tierOne", receipt, "pick-up-orders", pick);
      await stack.pass(3 * day + 60);
      const frozen = await post("custodian", receipt, "pick-ups", { order: body["order"] });
      expect(refusal(frozen)).to.deep.equal([409, "WarehousesNoControl"]);
      await stock.count(lot, "4000");
      const whole = await post("custodian", receipt, "pick-ups", { order: body["order"] });
      expect(refusal(whole)).to.deep.equal([409, "WarehousesGateOut"]);
      const share = await post("tierOne", receipt, "pick-up-orders", { ...pick, goods: "500" });
      const out = await post("custodian", receipt, "pick-ups", { order: share.body["order"] });
      expect(out.body).to.deep.include({ quantity: "7000" });
      expect(await lotOf(lot)).to.deep.include({ live: "7000", measured: "3500", isShort: true });
    });
  });

  it("end a receipt while the goods stay", async () => {
    const { lot, receipt } = await stock.issued();
    const asked = { quantity: "500", document: id("paper receipt") };
    const { body } = await post("tierOne", receipt, "cancellation-orders", asked);
    const done = await post("custodian", receipt, "cancellations", { order: body["order"] });
    expect(done.body).to.deep.include({ quantity: "7500" });
    expect(await lotOf(lot)).to.deep.include({ live: "7500", measured: "10000" });
    const all = await post("tierOne", receipt, "cancellation-orders", {
      ...asked,
      quantity: "9000",
    });
    const over = await post("custodian", receipt, "cancellations", { order: all.body["order"] });
    expect(refusal(over)).to.deep.equal([409, "SplitTokenExceedsFree"]);
  });

  describe("replacement", () => {
    const replacement = async (newLot: number, changes = {}) => {
      const { body } = await stack.as("custodian").get(`/v1/lots/${newLot}`);
      const { mark, goods } = body;
      const place = (body["place"] as Record<string, unknown>)["address"];
      const terms = await stock.terms({ mark, goods, place });
      return { quantity: "2000", newLot, newQuantity: "2100", terms, ...changes };
    };

    it("puts new goods under receipt first, with terms of their own", async () => {
      const { lot, receipt } = await stock.issued();
      const { lot: newLot } = await stock.counted("5000");
      const asked = await replacement(newLot);
      const ordered = await post("tierOne", receipt, "replacement-orders", asked);
      expect(ordered.status).to.equal(201);
      const done = await post("custodian", receipt, "replacements", {
        order: ordered.body["order"],
      });
      expect(done.status).to.equal(201);
      expect(done.body).to.deep.include({ lot: newLot, quantity: "2100", replaces: receipt });
      expect(await lotOf(lot)).to.deep.include({ live: "6000", measured: "10000" });
      expect(await lotOf(newLot)).to.deep.include({ live: "2100" });
      const fresh = await receiptOf(done.body["receipt"]);
      expect(fresh["terms"]).to.deep.include({ quantity: "2100" });
      const { endings } = await receiptOf(receipt);
      expect(endings).to.have.nested.property("[0].newReceipt", done.body["receipt"]);
    });

    it("changes nothing when it is refused", async () => {
      const { lot, receipt } = await stock.issued();
      const { lot: newLot } = await stock.counted("1000");
      const { location } = (await stock.location({ unit: "C62" })).body;
      const { lot: pieces } = (await stock.lot(location)).body;
      await stock.count(pieces, "9000");
      const send = async (asked: unknown) => {
        const { body } = await post("tierOne", receipt, "replacement-orders", asked);
        return post("custodian", receipt, "replacements", { order: body["order"] });
      };
      const over = await send(await replacement(newLot));
      expect(refusal(over)).to.deep.equal([409, "WarehousesOverissued"]);
      const unit = await send(await replacement(Number(pieces)));
      expect(refusal(unit)).to.deep.equal([409, "ReceiptsNoReplacement"]);
      const same = await send(await replacement(lot, { newQuantity: "100" }));
      expect(refusal(same)).to.deep.equal([409, "ReceiptsNoReplacement"]);
      expect(await lotOf(lot)).to.deep.include({ live: "8000" });
      expect(await lotOf(newLot)).to.deep.include({ live: "0" });
    });

    it("needs the new receipt's terms, which this gateway fills for nobody but the custodian", async () => {
      const { receipt } = await stock.issued();
      const { lot: newLot } = await stock.counted("5000");
      const asked = { quantity: "100", newLot, newQuantity: "100" };
      expect((await post("tierOne", receipt, "replacement-orders", asked)).status).to.equal(400);
      const terms = await stock.terms();
      const blind = await post("tierOne", receipt, "replacement-orders", { ...asked, terms });
      expect(refusal(blind)).to.deep.equal([422, "unprocessable"]);
      const digest = { ...asked, termsDigest: id("terms kept elsewhere") };
      const ordered = await post("tierOne", receipt, "replacement-orders", digest);
      expect(ordered.body["terms"]).to.deep.include({ termsDigest: digest.termsDigest });
    });
  });

  it("are what the custodian is told to do today, beside lots to count and short ones", async () => {
    const countOf = async (name: CastName, task: string) => {
      const { body } = await stack.as(name).get("/v1/overview");
      const tasks = body["tasks"] as { task: string; count: number }[];
      return tasks.find((each) => each.task === task)?.count;
    };
    const { lot, receipt } = await stock.issued("10000", "8000");
    const before = (await countOf("custodian", "carry-out-orders")) ?? 0;
    const { body } = await post("tierOne", receipt, "pick-up-orders", pick);
    expect(await countOf("custodian", "carry-out-orders")).to.equal(before + 1);
    expect(await countOf("tierOne", "carry-out-orders")).to.equal(undefined);
    await post("custodian", receipt, "pick-ups", { order: body["order"] });
    expect(await countOf("custodian", "carry-out-orders")).to.equal(before);
    const toCount = (await countOf("custodian", "count-lots")) ?? 0;
    await stack.pass(day + 60);
    expect(await countOf("custodian", "count-lots")).to.be.above(toCount);
    const short = (await countOf("tierOne", "watch-short-lots")) ?? 0;
    await stock.count(lot, "10");
    expect(await countOf("tierOne", "watch-short-lots")).to.equal(short + 1);
    expect(await countOf("tierTwo", "watch-short-lots")).to.equal(0);
  });

  describe("all of them", () => {
    it("leave tables that are rebuilt equal from the chain alone", async () => {
      const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
      const { checkpoint: __, ...projected } = await projectedTables(stack.database);
      expect(rebuilt).to.deep.equal(projected);
      expect(rebuilt["receipt_ending"]?.length).to.be.above(4);
    });
  });
});
