import {
  goodsKey,
  liens,
  markDigest,
  placeDigest,
  type ReceiptTerms,
  rankInterests,
  receipts,
} from "@tallystick/sdk";
import { expect } from "chai";
import { id, Wallet } from "ethers";
import { signStock } from "../../gateway/helpers/signStock.ts";
import { type FraudStage, fraudStage } from "./fraudStage.ts";
import { pledging } from "./pledging.ts";

const yard = "CN Qingdao, Dagang Port, bonded yard 14";
const day = 86_400;

/**
 * In 2014 the same aluminium and copper in the port of Qingdao stood on receipts of several storage firms, and on forged ones; at
 * least thirteen banks had lent against it.
 */
describe("Qingdao 2014: one heap of metal under the receipts of several firms", function () {
  this.timeout(120_000);
  let stage: FraudStage;
  let location: unknown;
  let lot: unknown;
  let receipt: string;
  let pledges: ReturnType<typeof pledging>;
  before(async () => {
    stage = await fraudStage([
      "tierOne",
      "financierA",
      "financierB",
      "custodian",
      "otherCustodian",
    ]);
    pledges = pledging(stage);
    for (const custodian of ["custodian", "otherCustodian"] as const)
      await stage.done(stage.stock.admission(custodian));
    ({ location } = await stage.done(stage.stock.location({ address: yard })));
    ({ lot } = await stage.done(stage.stock.lot(location, { mark: "Heat 77" })));
    await stage.done(stage.stock.count(lot, "80000"));
    receipt = String((await stage.done(stage.stock.receipt(lot, "80000")))["receipt"]);
  });
  after(() => stage.close());

  /** The receipt's text, as its holder shows it. */
  const textOf = async (): Promise<ReceiptTerms> => {
    const { terms } = await stage.done(stage.as("tierOne").get(`/v1/receipts/${receipt}`));
    const counts = ["quantity", "pieces", "minor"];
    return JSON.parse(JSON.stringify(terms), (key, value) =>
      counts.includes(key) ? BigInt(value) : value,
    ) as ReceiptTerms;
  };

  describe("A second firm takes the same heap in", () => {
    it("It registers the same yard, and is told who keeps it", async () => {
      const place = placeDigest(yard);
      expect(
        await stage.refused(() => stage.stock.location({ address: yard }, "otherCustodian")),
      ).to.deep.equal([
        409,
        "WarehousesPlaceTaken",
        `Place ${place} is location ${location} already, kept by Qiandao Harbour Storage.`,
      ]);
    });

    it("It spells the address in full-width letters, capitals and other spaces", async () => {
      for (const address of [
        "CN QINGDAO, DAGANG PORT, BONDED YARD 14",
        "  cn qingdao,  Dagang   port, bonded\u00a0yard 14 ",
        "ＣＮ Ｑｉｎｇｄａｏ， Dagang Port, bonded yard １４",
      ]) {
        const [status, code, sentence] = await stage.refused(() =>
          stage.stock.location({ address }, "otherCustodian"),
        );
        expect([status, code], address).to.deep.equal([409, "WarehousesPlaceTaken"]);
        expect(sentence).to.match(/kept by Qiandao Harbour Storage\.$/);
      }
    });

    it("It opens a lot in the yard of the first, gives receipts over its lot, and counts it", async () => {
      const notIts = [
        403,
        "WarehousesNotCustodian",
        `Location ${location} is kept by Qiandao Harbour Storage, not by Inland Dry Depot.`,
      ];
      expect(
        await stage.refused(() => stage.stock.lot(location, {}, "otherCustodian")),
      ).to.deep.equal(notIts);
      const over = async () => ({
        lot,
        depositor: stage.who.tierTwo.id,
        quantity: "80000",
        terms: await stage.stock.terms({ mark: "Heat 77", place: yard, goods: stage.stock.goods }),
      });
      expect(
        await stage.refused(async () =>
          stage.as("otherCustodian").post("/v1/receipts", await over()),
        ),
      ).to.deep.equal(notIts);
      expect(
        await stage.refused(() => stage.stock.count(lot, "160000", "otherCustodian")),
      ).to.deep.equal([
        403,
        "not-permitted",
        "This is for its custodian, who counts it, holders of its receipts, and whom they are pledged to; auditor, regulator, legal, operator, registrar.",
      ]);
    });

    it("The first firm itself books the heap again under its own mark, spelled otherwise", async () => {
      const key = goodsKey(placeDigest(yard), markDigest("Heat 77"));
      expect(
        await stage.refused(() => stage.stock.lot(location, { mark: " HEAT　７７" })),
      ).to.deep.equal([409, "WarehousesLotTaken", `Goods ${key} are lot ${lot} already.`]);
    });
  });

  describe("The trader brings receipts that no firm ever gave", () => {
    it("A receipt with a number of its own invention is nothing", async () => {
      const invented = (BigInt(receipt) + 1_000n).toString();
      expect(
        await stage.refused(() => stage.as("regulator").get(`/v1/receipts/${invented}`)),
      ).to.deep.equal([404, "not-found", `There is no receipt ${invented}.`]);
      expect(
        await stage.refusedByLedger(() =>
          receipts.get(stage.own("financierA"), { receipt: BigInt(invented) }),
        ),
      ).to.deep.equal(["SplitTokenUnknown", `There is no receipt ${invented}.`]);
    });

    it("A receipt that the trader issues itself is refused, with the gateway and without it", async () => {
      const asked = { lot: Number(lot), depositor: stage.who.tierTwo.id, quantity: 10n };
      expect(
        await stage.refused(async () =>
          stage.as("tierOne").post("/v1/receipts", {
            ...asked,
            quantity: "10",
            terms: await stage.stock.terms(),
          }),
        ),
      ).to.deep.equal([403, "not-permitted", "This is for a member with role custodian."]);
      const issue = { ...asked, terms: id("forged paper") };
      const forger = new Wallet(id("carved seal of the warehouse")).address;
      expect(
        await stage.refusedByLedger(() => receipts.issue(stage.own("tierOne"), issue)),
      ).to.deep.equal([
        "MembersMissingRole",
        "Lianyun Bearings needs the role custodian and has supplier.",
      ]);
      expect(
        await stage.refusedByLedger(async () =>
          receipts.issue(await stage.with("carved seal of the warehouse"), issue),
        ),
      ).to.deep.equal(["MembersAccountNotActive", `Account ${forger} acts for no member.`]);
    });

    it("The true receipt with a forged text: the bank sees what differs", async () => {
      const text = await textOf();
      const bank = stage.own("financierA");
      const check = (terms: ReceiptTerms) =>
        receipts.checkTerms(bank, { receipt: BigInt(receipt), terms });
      expect(await check(text)).to.deep.equal([]);
      const goods = { ...text.goods, variety: "Electrolytic copper" };
      const forged = { ...text, goods, quantity: 800_000n, place: "CN Rizhao, Lanshan, tank 2" };
      expect(await check(forged)).to.deep.equal(["digest", "goods", "place"]);
    });

    it("A count that bears the firm's name and the trader's signature moves nothing", async () => {
      await stage.pass(1);
      const { wallet } = stage.who.tierOne;
      const takenAt = await stage.now();
      const counter = stage.who.custodian.id;
      const count = {
        lot,
        counter,
        quantity: 160_000n,
        takenAt,
        method: 0n,
        evidence: id("photo"),
      };
      const deadline = takenAt + day;
      const message = { ...count, deadline, epoch: 1n };
      const signature = await signStock.sign(stage, "Count", wallet, message);
      const instant = (seconds: number) => new Date(seconds * 1_000).toISOString();
      const signed = {
        counter,
        account: wallet.address,
        deadline: instant(deadline),
        epoch: 1,
        signature,
      };
      const body = {
        quantity: "160000",
        takenAt: instant(takenAt),
        method: "stocktake",
        evidence: id("photo"),
        signed,
      };
      expect(
        await stage.refused(() => stage.as("tierOne").post(`/v1/lots/${lot}/counts`, body)),
      ).to.deep.equal([
        403,
        "MembersNotAccountOf",
        `Account ${wallet.address} does not act for Qiandao Harbour Storage.`,
      ]);
      const stolen = { ...signed, account: stage.who.custodian.wallet.address };
      expect(
        await stage.refused(() =>
          stage.as("operator").post(`/v1/lots/${lot}/counts`, { ...body, signed: stolen }),
        ),
      ).to.deep.equal([
        403,
        "MembersSignatureInvalid",
        `The signature is not one of account ${stolen.account} of Qiandao Harbour Storage, or other terms were signed.`,
      ]);
    });
  });

  describe("Several banks lend on it", () => {
    let lien: bigint;

    it("The trader pledges a receipt that it invented", async () => {
      const invented = {
        receipt: BigInt(receipt) + 1_000n,
        amount: 10n,
        to: "financierA",
      } as const;
      expect(
        await stage.refusedByLedger(() => pledges.pledge(stage.own("tierOne"), invented)),
      ).to.deep.equal(["SplitTokenUnknown", `There is no receipt ${invented.receipt}.`]);
    });

    it("Trader and bank sign: without the word of who keeps the metal nothing is pledged", async () => {
      const pledge = { receipt, amount: 80_000n, to: "financierA" } as const;
      lien = await pledges.pledge(stage.own("tierOne"), pledge);
      await pledges.accept(stage.own("financierA"), lien);
      expect(await pledges.stateOf(lien)).to.equal("proposed");
    });

    it("The second firm signs for the metal of the first, and then the trader does", async () => {
      expect(
        await stage.refusedByLedger(() => pledges.countersign(stage.own("otherCustodian"), lien)),
      ).to.deep.equal([
        "LiensNotParty",
        `This is for Qiandao Harbour Storage to do on lien ${lien}, not for Inland Dry Depot.`,
      ]);
      expect(
        await stage.refusedByLedger(() => pledges.countersign(stage.own("tierOne"), lien)),
      ).to.deep.equal([
        "MembersMissingRole",
        "Lianyun Bearings needs the role custodian and has supplier.",
      ]);
      expect(await pledges.stateOf(lien)).to.equal("proposed");
    });

    it("While that is open, and ever after, a second bank gets no pledge of the same metal", async () => {
      const again = { receipt, amount: 1n, to: "financierB" } as const;
      const second = () => pledges.pledge(stage.own("tierOne"), again);
      const refusal = [
        "SplitTokenExceedsFree",
        `0 of receipt ${receipt} is free, this asks for 1.`,
      ];
      expect(await stage.refusedByLedger(second)).to.deep.equal(refusal);
      await pledges.countersign(stage.own("custodian"), lien);
      expect(await pledges.stateOf(lien)).to.equal("active");
      expect(await stage.refusedByLedger(second)).to.deep.equal(refusal);
    });

    it("Two banks share the heap: who registered first ranks first, whoever came first to the ledger", async () => {
      await pledges.release(stage.own("financierA"), lien, 40_000n);
      const rest = { receipt, amount: 40_000n, to: "financierB" } as const;
      const second = await pledges.pledge(stage.own("tierOne"), rest);
      await pledges.accept(stage.own("financierB"), second);
      await pledges.countersign(stage.own("custodian"), second);
      const now = await stage.now();
      const registered = [
        ["financierA", lien, now - day],
        ["financierB", second, now - 2 * day],
      ] as const;
      for (const [bank, of, registeredAt] of registered)
        await pledges.register(stage.own(bank), of, registeredAt);
      const found = await Promise.all(
        [lien, second].map((of) => liens.get(stage.own("financierA"), { lien: of })),
      );
      const interests = found.map(({ lien: of, amount, registeredAt }) => {
        return { id: `lien ${of}`, kind: "pledge", amount, registeredAt } as const;
      });
      const ranked = rankInterests({ asset: "goods", interests });
      expect(
        ranked.map(({ interest, rank, chainOrder }) => [interest.id, rank, chainOrder]),
      ).to.deep.equal([
        [`lien ${second}`, 1, 2],
        [`lien ${lien}`, 2, 1],
      ]);
    });

    it("A bank releases what is pledged to another one", async () => {
      expect(
        await stage.refusedByLedger(() => pledges.release(stage.own("financierB"), lien, 1n)),
      ).to.deep.equal([
        "LiensNotParty",
        `This is for Bund Factoring to do on lien ${lien}, not for Delta Bank Factoring.`,
      ]);
    });
  });

  it("The port counts: there is as much metal as receipts, and every tonne has one", async () => {
    const done = await stage.done(stage.stock.count(lot, "80000"));
    expect(done).to.deep.include({
      live: "80000",
      measured: "80000",
      receiptable: "0",
      uncovered: "0",
    });
  });
});
