import { expect } from "chai";
import {
  bytes3ToUnit,
  canonicalGoodsText,
  GoodsError,
  gateOutRange,
  goodsDigest,
  goodsKey,
  markDigest,
  naturalLoss,
  pickUpTypedData,
  placeDigest,
  type ReceiptTerms,
  receipts,
  receiptTermsDigest,
  receiptTermsJson,
  signTypedMessage,
  TimeError,
  unitToBytes3,
} from "../../../sdk/index.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";
import { chain } from "../../helpers/chain.ts";
import { sdkLedger } from "../../helpers/sdkLedger.ts";
import { sdkScene } from "../../helpers/sdkScene.ts";
import { sdkWarehouse } from "../../helpers/sdkWarehouse.ts";

const { loadFixture } = chain.networkHelpers;

const terms: ReceiptTerms = {
  depositor: { name: "Huadong Aluminium", address: "Shanghai, Zhoushan Road 1" },
  goods: { variety: "A00 ingots", quality: "99.70 %", packaging: "bundles", pieces: 10n },
  mark: "Heat 1",
  quantity: 8_000n,
  unit: "KGM",
  lossBasisPoints: 50,
  place: "Shanghai Baoshan, hall 1",
  storage: { from: "2026-11-22", until: "2027-02-20" },
  fee: { minor: 30n, currency: "CNY", per: "tonne and day" },
  issuer: { name: "Baoshan Warehousing", place: "Shanghai", date: "2026-11-22" },
};

function refusalOf(its: Partial<ReceiptTerms>): string {
  try {
    receiptTermsJson({ ...terms, ...its });
  } catch (error) {
    if (error instanceof GoodsError || error instanceof TimeError) return error.code;
    throw error;
  }
  return "taken";
}

describe("a place and a lot mark", () => {
  it("have one spelling: compatibility forms, capitals, one space between words", () => {
    for (const spelling of [
      "CN Shanghai, Yunchuan Road 8, Hall 2",
      "  cn shanghai,\tyunchuan road 8,\n hall 2 ",
      "ＣＮ　Ｓｈａｎｇｈａｉ, Yunchuan Road ８, Hall\u00a02",
      "CN Shang\u200bhai, Yunchuan Road 8, Hall 2",
    ]) {
      expect(canonicalGoodsText("place", spelling)).to.equal(
        "CN SHANGHAI, YUNCHUAN ROAD 8, HALL 2",
      );
    }
    expect(placeDigest("上海 宝山 ２号库")).to.equal(placeDigest(" 上海　宝山 2号库"));
  });

  it("stay different where words or punctuation differ, and from each other", () => {
    const digests = ["hall 1", "hall 11", "hall 1 1", "hall-1", "1 hall"].flatMap((text) => [
      placeDigest(text),
      markDigest(text),
    ]);
    expect(new Set(digests).size).to.equal(10);
  });

  it("are refused when they say nothing or can't be read by everybody", () => {
    for (const text of ["", " \n\t", "\u200b", "a\ud800b", "\ue000", "x".repeat(513)]) {
      expect(() => placeDigest(text), JSON.stringify(text.slice(0, 10)))
        .to.throw(GoodsError)
        .with.property("code", "goods-text-invalid");
    }
  });

  it("make the key that the ledger knows goods by", async () => {
    const { fixture } = await loadFixture(sdkLedger);
    const [place, mark] = [placeDigest("hall 1"), markDigest("heat 1")];
    expect(goodsKey(place, mark)).to.equal(await fixture.warehouses.goodsKeyOf(place, mark));
  });
});

describe("a unit", () => {
  it("is three characters and back again", () => {
    for (const unit of ["KGM", "TNE", "C62", "H87", "MTQ"]) {
      expect(bytes3ToUnit(unitToBytes3(unit))).to.equal(unit);
    }
    expect(bytes3ToUnit("0x000000")).to.equal("0x000000");
    expect(bytes3ToUnit("0x6b676d")).to.equal("0x6b676d");
  });

  it("is refused when it is none", () => {
    for (const unit of ["", "kg", "kgm", "KG", "KGMS", "6CC", "КГМ"]) {
      expect(() => unitToBytes3(unit), unit)
        .to.throw(GoodsError)
        .with.property("code", "goods-unit-invalid");
    }
  });
});

describe("what may leave", () => {
  it("is what the ledger lets out, for a whole lot and for a short one", async () => {
    const ledger = await loadFixture(sdkLedger);
    const { as, signers, deployment } = ledger;
    const scene = sdkScene(ledger);
    const stock = sdkWarehouse(ledger, scene);
    for (const { measured, now } of [
      { measured: 10_000n, now: 10_000n },
      { measured: 8_000n, now: 7_970n },
      { measured: 8_000n, now: 5_001n },
    ]) {
      const { receipt, lot } = await stock.issued({ quantity: 8_000n, goods: measured });
      if (now !== measured) await stock.recordCount({ lot, quantity: now });
      const { live, short } = await ledger.fixture.warehouses.lotOf(lot);
      const stated = { live, measured: now, short, lossBasisPoints: 50 };
      for (const quantity of [1n, 333n, 7_999n, 8_000n]) {
        const { least, most } = gateOutRange(stated, quantity);
        const pickUp = stock.pickUp({ receipt, quantity, goods: 10_001n });
        const message = { pickUp, deadline: (await scene.now()) + 3_600, epoch: 1 };
        const typedData = pickUpTypedData(deployment, message);
        const holder = await signTypedMessage(signers.supplier, typedData);
        const refused = await caughtFrom(receipts.pickUp(as.custodian, { pickUp, holder }));
        expect(refused).to.have.property("code", "WarehousesGateOut");
        expect(refused).to.have.deep.property("args", {
          lot: BigInt(lot),
          goods: 10_001n,
          least,
          most,
        });
      }
    }
  });

  it("counts natural loss downwards", () => {
    expect([0n, 199n, 200n, 10_000n].map((each) => naturalLoss(each, 50))).to.deep.equal([
      0n,
      0n,
      1n,
      50n,
    ]);
  });
});

describe("the terms of a receipt", () => {
  it("have the same digest however they are spelled and ordered", () => {
    const turned = Object.fromEntries(Object.entries(terms).reverse()) as unknown as ReceiptTerms;
    const digest = receiptTermsDigest(terms);
    expect(receiptTermsDigest(turned)).to.equal(digest);
    expect(receiptTermsDigest({ ...terms, place: " shanghai BAOSHAN,  hall 1" })).to.equal(digest);
    expect(receiptTermsDigest({ ...terms, insurance: undefined })).to.equal(digest);
  });

  it("have another one when any field differs", () => {
    const insurance = { minor: 1n, currency: "CNY", insurer: "Ping An", ...terms.storage };
    const others: Partial<ReceiptTerms>[] = [
      { depositor: { ...terms.depositor, name: "Other" } },
      { depositor: { ...terms.depositor, address: "Elsewhere" } },
      { goods: { ...terms.goods, variety: "A7 ingots" } },
      { goods: { ...terms.goods, quality: "99.60 %" } },
      { goods: { ...terms.goods, packaging: "pallets" } },
      { goods: { ...terms.goods, pieces: 11n } },
      { mark: "Heat 2" },
      { quantity: 8_001n },
      { unit: "TNE" },
      { lossBasisPoints: 51 },
      { place: "Shanghai Baoshan, hall 2" },
      { storage: { ...terms.storage, from: "2026-11-23" } },
      { storage: { ...terms.storage, until: "2027-02-21" } },
      { fee: { ...terms.fee, minor: 31n } },
      { fee: { ...terms.fee, currency: "USD" } },
      { fee: { ...terms.fee, per: "tonne and month" } },
      { insurance },
      { insurance: { ...insurance, insurer: "PICC" } },
      { issuer: { ...terms.issuer, name: "Other" } },
      { issuer: { ...terms.issuer, place: "Ningbo" } },
      { issuer: { ...terms.issuer, date: "2026-11-23" } },
    ];
    const digests = [{}, ...others].map((its) => receiptTermsDigest({ ...terms, ...its }));
    expect(new Set(digests).size).to.equal(others.length + 1);
    expect(goodsDigest(terms.goods)).not.to.equal(goodsDigest({ ...terms.goods, pieces: 9n }));
  });

  it("are refused when a field says nothing or can't be", () => {
    expect(refusalOf({})).to.equal("taken");
    expect(refusalOf({ depositor: { name: " ", address: "Shanghai" } })).to.equal(
      "goods-text-invalid",
    );
    expect(refusalOf({ goods: { ...terms.goods, variety: "" } })).to.equal("goods-text-invalid");
    expect(refusalOf({ quantity: 0n })).to.equal("goods-quantity-invalid");
    expect(refusalOf({ quantity: -1n })).to.equal("goods-quantity-invalid");
    expect(refusalOf({ lossBasisPoints: 501 })).to.equal("goods-loss-invalid");
    expect(refusalOf({ lossBasisPoints: 0.5 })).to.equal("goods-loss-invalid");
    expect(refusalOf({ unit: "kg" })).to.equal("goods-unit-invalid");
    expect(refusalOf({ storage: { from: "2026-11-22", until: "2026-11-21" } })).to.equal(
      "goods-period-invalid",
    );
    expect(refusalOf({ storage: { from: "2026-02-30", until: "2026-11-21" } })).to.equal(
      "time-not-a-date",
    );
  });
});
