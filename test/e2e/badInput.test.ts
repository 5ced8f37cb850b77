import { liens, receivables, receivableTerms } from "@tallystick/sdk";
import { expect } from "chai";
import { hexlify, id, randomBytes } from "ethers";
import { tradeTerms } from "../gateway/helpers/trade.ts";
import { type FraudStage, fraudStage } from "./frauds/fraudStage.ts";
import { pledging } from "./frauds/pledging.ts";

const day = 86_400;

describe("What must not be of goods, pledges and tags", function () {
  this.timeout(120_000);
  let stage: FraudStage;
  let pledges: ReturnType<typeof pledging>;
  let lot: number;
  let receipt: string;
  before(async () => {
    stage = await fraudStage(["tierOne", "tierTwo", "financierA", "financierB", "custodian"]);
    pledges = pledging(stage);
    await stage.done(stage.stock.admission("custodian"));
    ({ lot, receipt } = await stage.stock.issued("10000", "8000"));
  });
  after(() => stage.close());

  const pledge = (amount: bigint) =>
    pledges.pledge(stage.own("tierOne"), { receipt, amount, to: "financierA" });

  it("negative stock, and parts of a unit, with the field that says so", async () => {
    for (const quantity of ["-1", "1.5", "1e3", "", 7]) {
      const answer = await stage.stock.count(lot, quantity as string);
      expect([answer.status, answer.body["code"]]).to.deep.equal([400, "invalid-request"]);
      expect(answer.body).to.have.deep.nested.property("issues[0].path", ["body", "quantity"]);
    }
    const stock = await stage.done(stage.as("custodian").get(`/v1/lots/${lot}`));
    expect(stock).to.deep.include({ measured: "10000", live: "8000" });
  });

  it("a receipt over more than was measured", async () => {
    expect(await stage.refused(() => stage.stock.receipt(lot, "2001"))).to.deep.equal([
      409,
      "WarehousesOverissued",
      "Lot 1 holds 10000, of which 8000 is under receipt, and this asks for 2001.",
    ]);
  });

  it("goods in another unit in the place of pledged ones", async () => {
    const { location } = await stage.done(stage.stock.location({ unit: "C62" }));
    const { lot: pieces } = await stage.done(stage.stock.lot(location, { mark: "Pieces" }));
    await stage.done(stage.stock.count(pieces, "9000"));
    const place = (await stage.done(stage.as("custodian").get(`/v1/lots/${pieces}`)))["place"];
    const { address } = place as { address: string };
    const goods = stage.stock.goods;
    const terms = await stage.stock.terms({ mark: "Pieces", goods, place: address });
    const order = { quantity: "1000", newLot: pieces, newQuantity: "9000", terms };
    const path = `/v1/receipts/${receipt}`;
    const ordered = await stage.done(stage.as("tierOne").post(`${path}/replacement-orders`, order));
    expect(
      await stage.refused(() =>
        stage.as("custodian").post(`${path}/replacements`, { order: ordered["order"] }),
      ),
    ).to.deep.equal([
      409,
      "ReceiptsNoReplacement",
      `Goods of lot ${pieces} don't replace goods of lot ${lot}: another lot with the same unit does.`,
    ]);
  });

  it("a pledge of somebody else's goods, of nothing, and of more than is there", async () => {
    const theirs = { receipt, amount: 10n, to: "financierA" } as const;
    expect(
      await stage.refusedByLedger(() => pledges.pledge(stage.own("tierTwo"), theirs)),
    ).to.deep.equal([
      "SplitTokenNotOwner",
      `Receipt ${receipt} belongs to Lianyun Bearings, not to Taihu Castings.`,
    ]);
    expect(await stage.refusedByLedger(() => pledge(0n))).to.deep.equal([
      "SplitTokenZeroValue",
      `Nothing of receipt ${receipt} would move.`,
    ]);
    expect(await stage.refusedByLedger(() => pledge(8_001n))).to.deep.equal([
      "SplitTokenExceedsFree",
      `8,000 of receipt ${receipt} is free, this asks for 8,001.`,
    ]);
  });

  it("a release without the pledgee: by the debtor, the custodian, another bank", async () => {
    const lien = await pledge(3_000n);
    await pledges.accept(stage.own("financierA"), lien);
    await pledges.countersign(stage.own("custodian"), lien);
    for (const [name, shown] of [
      ["tierOne", "Lianyun Bearings"],
      ["custodian", "Qiandao Harbour Storage"],
      ["financierB", "Delta Bank Factoring"],
    ] as const) {
      const needed = `This is for Bund Factoring to do on lien ${lien}, not for ${shown}.`;
      expect(
        await stage.refusedByLedger(() => pledges.release(stage.own(name), lien, 3_000n)),
      ).to.deep.equal(["LiensNotParty", needed]);
      expect(
        await stage.refusedByLedger(() => pledges.approvePickUp(stage.own(name), lien, 1n)),
      ).to.deep.equal(["LiensNotParty", needed]);
    }
    expect(
      await stage.refusedByLedger(() => pledges.release(stage.own("financierA"), lien, 3_001n)),
    ).to.deep.equal(["LiensExceeded", `Lien ${lien} encumbers 3000, this asks for 3001.`]);
  });

  it("an expired reservation: of goods for a pledge, of an invoice for a receivable", async () => {
    const lien = await pledge(1_000n);
    const registered = await stage.done(
      stage.as("tierOne").post("/v1/receivables", await tradeTerms(stage)),
    );
    const path = `/v1/receivables/${registered["receivable"]}`;
    const acceptBy = await stage.instantIn(day);
    await stage.done(stage.as("obligor").post(`${path}/confirmation`, { acceptBy }));
    await stage.pass(31 * day);
    await stage.done(stage.stock.count(lot, "10000"));
    await pledges.accept(stage.own("financierA"), lien);
    const [code, sentence] = await stage.refusedByLedger(() =>
      pledges.countersign(stage.own("custodian"), lien),
    );
    expect(code).to.equal("SplitTokenExpired");
    expect(sentence).to.match(/^Offer or hold \d+ expired at .*, and it is .*\.$/);
    const late = await stage.refused(() => stage.as("tierOne").post(`${path}/acceptance`, {}));
    expect(late.slice(0, 2)).to.deep.equal([409, "ReceivablesAcceptByPassed"]);
    // Anyone ends what expired, and the goods are free again.
    await liens.expire(stage.own("tierTwo"), { lien });
    expect((await liens.get(stage.own("tierTwo"), { lien })).state).to.equal("ended");
  });

  it("a tag that was never evaluated: whoever confirms or quotes has another one from the document", async () => {
    const supplier = stage.own("tierOne");
    const number = "INV RANDOM";
    const face = 1_000_00n;
    const invoices = [{ sellerId: { scheme: "local", id: "tierOne" } as const, number, face }];
    const honest = await receivableTerms({
      obligor: stage.who.obligor.id,
      creditor: stage.who.tierOne.id,
      currency: "CNY",
      deliveryDay: await stage.dayIn(-1),
      contractDueDay: await stage.dayIn(30),
      dueDay: await stage.dayIn(30),
      documentRoot: id("trade documents"),
      invoices,
    });
    const [use] = honest.invoices;
    if (use === undefined) throw new Error("no invoice");
    const terms = { ...honest, invoices: [{ ...use, tag: hexlify(randomBytes(32)) }] };
    const { receivable, blockNumber } = await receivables.register(supplier, { terms });
    await stage.gateway.services.projector.waitForBlock(blockNumber);
    const acceptBy = await stage.instantIn(day);
    const documents = [{ number, faceMinor: face.toString(), usedMinor: face.toString() }];
    expect(
      await stage.refused(() =>
        stage
          .as("obligor")
          .post(`/v1/receivables/${receivable}/confirmation`, { acceptBy, invoices: documents }),
      ),
    ).to.deep.equal([
      422,
      "terms-tag-differs",
      `The terms use another invoice than number "${number}".`,
    ]);
  });
});
