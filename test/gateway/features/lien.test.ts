import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { attest } from "../helpers/payments.ts";
import { pledges } from "../helpers/pledges.ts";
import { projectedTables } from "../helpers/projectedTables.ts";
import { rebuiltTables } from "../helpers/rebuiltTables.ts";
import { store } from "../helpers/store.ts";
import { issueTrade } from "../helpers/trade.ts";

type Item = Record<string, unknown>;
interface Task {
  readonly task: string;
  readonly count: number;
}

describe("Liens over HTTP", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  let lien: ReturnType<typeof pledges>;
  let stock: ReturnType<typeof store>;
  before(async () => {
    stack = await ledgerGateway();
    lien = pledges(stack);
    stock = store(stack);
    expect((await stock.admission()).status).to.equal(201);
  });
  after(() => stack.close());

  const refusal = ({ status, body }: Answer) => [status, body["code"]];
  const itemsOf = ({ body }: Answer) => body["items"] as Item[];
  const read = (as: CastName, path: string) => stack.as(as).get(`/v1/${path}`);
  const stateOf = async (of: unknown) => (await read("tierOne", `liens/${of}`)).body;
  const countOf = async (member: CastName, task: string) => {
    const { body } = await read(member, "overview");
    return (body["tasks"] as Task[]).find((each) => each.task === task)?.count;
  };
  const encumbrancesOf = async (as: CastName, path: string) =>
    (await read(as, path)).body["encumbrances"] as Item[];

  describe("on a certificate", () => {
    it("encumber it once accepted and registered, until released", async () => {
      const { certificate } = await issueTrade(stack);
      const proposed = await lien.pledge({ token: certificate });
      expect(proposed.status, JSON.stringify(proposed.body)).to.equal(201);
      const own = proposed.body["lien"];
      expect(proposed.body).to.deep.include({
        state: "proposed",
        waitsFor: ["acceptance", "registration"],
        unit: "CNY",
        amount: "400000",
        debt: "Loan 2026-7",
      });
      expect(await countOf("financierA", "accept-pledges")).to.equal(1);
      const accepted = await lien.post("financierA", own, "acceptance");
      expect(accepted.body).to.deep.include({ state: "proposed", waitsFor: ["registration"] });
      const [unranked] = (await read("tierOne", `certificates/${certificate}/rank`)).body[
        "interests"
      ] as Item[];
      expect(unranked).to.deep.include({ rank: null, basis: "not-effective" });
      expect(await countOf("financierA", "register-pledges")).to.equal(1);
      const stated = await lien.registration();
      const registered = await lien.post("financierA", own, "registration", stated);
      expect(registered.body).to.deep.include({ state: "active", registryNumber: stated.number });
      const held = await read("tierOne", `certificates/${certificate}`);
      expect(held.body).to.deep.include({ heldMinor: "400000", flags: ["pledged"] });
      const part = await lien.post("financierA", own, "releases", { amount: "150000" });
      expect(part.body).to.deep.include({ state: "active", amount: "250000" });
      const all = await lien.post("financierA", own, "releases", { amount: "250000" });
      expect(all.body).to.deep.include({ state: "ended", ending: "released", amount: "0" });
      expect((await stateOf(own))["changes"]).to.have.length(2);
      const free = await read("tierOne", `certificates/${certificate}`);
      expect(free.body).to.deep.include({ heldMinor: "0", flags: [] });
    });

    it("are made in one transaction with the secured party's signature", async () => {
      const { certificate: token } = await issueTrade(stack);
      const { securedParty, ...terms } = await lien.terms({ token });
      const registration = await lien.registration();
      const word = { ...terms, registration, debtor: stack.who.tierOne.id };
      const deadline = await stack.instantIn(3_600);
      const signed = await stack
        .as("financierA")
        .post("/v1/liens/signatures/acceptance", { ...word, deadline });
      expect(signed.status, JSON.stringify(signed.body)).to.equal(200);
      const whole = { ...terms, securedParty, registration, acceptance: signed.body };
      const other = await stack.as("tierOne").post("/v1/liens", { ...whole, amount: "400001" });
      expect(refusal(other)).to.deep.equal([403, "MembersSignatureInvalid"]);
      const made = await stack.as("tierOne").post("/v1/liens", whole);
      expect(made.body).to.deep.include({ state: "active", waitsFor: [] });
      const again = await stack.as("tierOne").post("/v1/liens", whole);
      expect(refusal(again)).to.deep.equal([409, "LiensNonceUsed"]);
      const { body } = await stack
        .as("financierA")
        .post("/v1/liens/signatures/acceptance", { ...word, deadline });
      const path = `/v1/liens/signatures/${body["nonce"]}`;
      expect((await stack.write("financierA", "DELETE", path)).status).to.equal(200);
      const late = await stack.as("tierOne").post("/v1/liens", { ...whole, acceptance: body });
      expect(refusal(late)).to.deep.equal([409, "LiensNonceUsed"]);
    });

    it("are taken only with the receivable's own invoices in hand", async () => {
      const { certificate, terms } = await issueTrade(stack);
      const { body } = await lien.pledge({ token: certificate });
      const invoices = terms.invoices.map((each) => ({ ...each, number: "another one" }));
      const registration = await lien.registration();
      const before = await projectedTables(stack.database);
      const accept = { registration, invoices };
      const refused = await lien.post("financierA", body["lien"], "acceptance", accept);
      expect(refusal(refused)).to.deep.equal([422, "terms-tag-differs"]);
      const word = await lien.terms({ token: certificate, debtor: stack.who.tierOne.id, invoices });
      const { securedParty: _, ...unsigned } = word as typeof word & { securedParty: number };
      const deadline = await stack.instantIn(60);
      const signing = await stack
        .as("financierA")
        .post("/v1/liens/signatures/acceptance", { ...unsigned, deadline });
      expect(refusal(signing)).to.deep.equal([422, "terms-tag-differs"]);
      expect(await projectedTables(stack.database)).to.deep.equal(before);
    });

    it("rank by law: an earlier registration beats the ledger's order", async () => {
      const { certificate: token } = await issueTrade(stack);
      const first = await lien.pledge({ token, securedParty: stack.who.financierA.id });
      const second = await lien.pledge({ token, securedParty: stack.who.financierB.id });
      const registeredAt = await stack.instantIn(-100);
      const earlier = { registration: { number: "ZD-early", registeredAt } };
      const later = { registration: await lien.registration() };
      await lien.post("financierA", first.body["lien"], "acceptance", later);
      await lien.post("financierB", second.body["lien"], "acceptance", earlier);
      const { body } = await read("tierOne", `certificates/${token}/rank`);
      const ranked = body["interests"] as Item[];
      expect(ranked.map(({ id: of, rank, chainOrder }) => [of, rank, chainOrder])).to.deep.equal([
        [second.body["lien"], 1, 2],
        [first.body["lien"], 2, 1],
      ]);
      expect(ranked[0]?.["articles"]).to.include("Civil Code 768");
      expect(ranked[0]).to.have.nested.property("why.zh").that.contains("民法典第768条");
      // A competing bank sees whom to call, not what it holds.
      const rival = (await read("financierB", `certificates/${token}/rank`)).body;
      const amounts = (rival["interests"] as Item[]).map(({ amount, party }) => [
        amount,
        (party as Item)["name"],
      ]);
      expect(amounts).to.deep.equal([
        ["400000", "Delta Bank Factoring"],
        [null, "Bund Factoring"],
      ]);
      const seen = await encumbrancesOf("financierB", `certificates/${token}`);
      expect(seen.map(({ kind, valueMinor }) => [kind, valueMinor])).to.have.deep.members([
        ["lien", null],
        ["lien", "400000"],
      ]);
      const auditor = await encumbrancesOf("auditor", `certificates/${token}`);
      expect(auditor.map(({ valueMinor }) => valueMinor)).to.deep.equal(["400000", "400000"]);
    });
  });

  describe("on goods", () => {
    it("need the custodian's word, and let goods go as the secured party approves", async () => {
      const { receipt: token } = await stock.issued();
      const goods = { asset: "receipt", token, amount: "3000" };
      const purchaseMoneyDay = await stack.dayIn(-1);
      const proposed = await lien.pledge({ ...goods, purchaseMoneyDay });
      const own = proposed.body["lien"];
      expect(proposed.body).to.deep.include({ unit: "KGM", purchaseMoneyDay });
      expect((await lien.post("financierA", own, "acceptance")).body).to.deep.include({
        state: "proposed",
        waitsFor: ["countersignature"],
      });
      expect(await countOf("custodian", "countersign-pledges")).to.equal(1);
      const stranger = await lien.post("otherCustodian", own, "countersignature");
      expect(refusal(stranger)).to.deep.equal([403, "LiensNotParty"]);
      expect((await lien.post("custodian", own, "countersignature")).body).to.deep.include({
        state: "active",
      });
      const [encumbrance] = await encumbrancesOf("custodian", `receipts/${token}`);
      expect(encumbrance).to.deep.include({ kind: "lien", id: own, quantity: "3000" });
      expect(encumbrance).to.deep.include({ expiresAt: null, lienState: "active" });
      const ranked = (await read("financierA", `receipts/${token}/rank`)).body;
      expect(ranked).to.have.nested.property("interests[0].basis", "publicity");
      await lien.post("financierA", own, "registration", await lien.registration());
      const first = (await read("financierA", `receipts/${token}/rank`)).body;
      expect(first).to.have.nested.property("interests[0].basis", "purchase-money");
      const approved = { quantity: "500" };
      expect((await lien.post("financierA", own, "pick-up-approvals", approved)).status).to.equal(
        200,
      );
      const hold = String(BigInt(String(own)) & ((1n << 64n) - 1n));
      const pick = { quantity: "500", goods: "500", gate: id("gate-out"), hold };
      const order = await stack.as("tierOne").post(`/v1/receipts/${token}/pick-up-orders`, pick);
      const out = await stack
        .as("custodian")
        .post(`/v1/receipts/${token}/pick-ups`, { order: order.body["order"] });
      expect(out.status, JSON.stringify(out.body)).to.equal(200);
      expect(await stateOf(own)).to.deep.include({ state: "active", amount: "2500" });
      const listed = await read("custodian", "liens?role=custodian&state=active");
      expect(itemsOf(listed).map((each) => each["lien"])).to.include(own);
    });

    it("are complete at once with both signatures, and refused by the custodian before", async () => {
      const { receipt: token } = await stock.issued();
      const terms = await lien.terms({ asset: "receipt", token, amount: "100" });
      const debtor = stack.who.tierOne.id;
      const deadline = await stack.instantIn(3_600);
      const { securedParty: _, ...mine } = terms as typeof terms & { securedParty: number };
      const acceptance = await stack
        .as("financierA")
        .post("/v1/liens/signatures/acceptance", { ...mine, debtor, deadline });
      const countersignature = await stack
        .as("custodian")
        .post("/v1/liens/signatures/countersignature", { ...terms, debtor, deadline });
      const made = await stack.as("tierOne").post("/v1/liens", {
        ...terms,
        acceptance: acceptance.body,
        countersignature: countersignature.body,
      });
      expect(made.body, JSON.stringify(made.body)).to.deep.include({ state: "active" });
      const { body } = await lien.pledge({ asset: "receipt", token, amount: "100" });
      const refused = await lien.post("custodian", body["lien"], "refusal");
      expect(refused.body).to.deep.include({ state: "ended", ending: "refused" });
    });
  });

  describe("are enforced", () => {
    const takeOver = () => ({
      value: "400000",
      buyer: stack.who.financierA.id,
      priceMinor: "400000",
      claimMinor: "400000",
      currency: "CNY",
    });

    it("only with what the debtor signed after its default", async () => {
      const { lien: own, token } = await lien.active();
      const deadline = await stack.instantIn(3_600);
      const order = takeOver();
      const early = await lien.post("tierOne", own, "enforcement-signatures", {
        ...order,
        deadline,
      });
      expect(refusal(early)).to.deep.equal([409, "conflict"]);
      await lien.post("financierA", own, "defaults", { evidence: id("no payment") });
      const signed = await lien.post("tierOne", own, "enforcement-signatures", {
        ...order,
        deadline,
      });
      const dearer = { ...order, priceMinor: "399999", debtor: signed.body };
      expect(refusal(await lien.post("financierA", own, "enforcements", dearer))).to.deep.equal([
        403,
        "MembersSignatureInvalid",
      ]);
      const taken = await lien.post("financierA", own, "enforcements", {
        ...order,
        debtor: signed.body,
      });
      expect(taken.body).to.deep.include({ state: "ended", ending: "enforced" });
      const [{ child } = {}] = (await stateOf(own))["changes"] as Item[];
      const got = await read("financierA", `certificates/${child}`);
      expect(got.body).to.deep.include({ valueMinor: "400000", parent: token });
    });

    it("by legal order, paid by a buyer whose payment a bank attests", async () => {
      const { lien: own } = await lien.active();
      const order = {
        ...takeOver(),
        buyer: stack.who.tierTwo.id,
        priceMinor: "390000",
        bank: stack.who.bank.id,
        expiresAt: await stack.instantIn(86_400),
        documentDigest: id("judgment 12"),
      };
      const proposed = await lien.post("legal", own, "enforcement-proposals", order);
      expect(proposed.status, JSON.stringify(proposed.body)).to.equal(200);
      expect(await countOf("secondLegal", "confirm-enforcements")).to.equal(1);
      expect(refusal(await lien.post("legal", own, "enforcement-confirmations", order))).to.eql([
        403,
        "LiensSameAccount",
      ]);
      const sold = await lien.post("secondLegal", own, "enforcement-confirmations", order);
      expect(sold.body).to.deep.include({ state: "selling" });
      expect(sold.body).to.have.nested.property("sale.buyer.name", "Taihu Castings");
      const { instruction } = sold.body["sale"] as Item;
      expect((await attest(stack, instruction)).status).to.equal(200);
      expect(await stateOf(own)).to.deep.include({ state: "ended", ending: "enforced" });
      const detail = await read("auditor", `liens/${own}`);
      expect(detail.body).to.have.nested.property("legalOrder.documentDigest", id("judgment 12"));
    });
  });

  describe("refuse", () => {
    it("whoever has no part in them, and change nothing", async () => {
      const { lien: own, token } = await lien.active();
      const { body: open } = await lien.pledge({ token, amount: "1000" });
      const before = await projectedTables(stack.database);
      const registration = await lien.registration();
      const cases: [Answer, number, string][] = [
        [await lien.pledge({ token: "4294967297" }, "tierTwo"), 403, "SplitTokenNotOwner"],
        [await lien.pledge({ token, amount: "600001" }), 409, "SplitTokenExceedsFree"],
        [
          await lien.pledge({ token, securedParty: stack.who.tierTwo.id }),
          403,
          "MembersMissingRole",
        ],
        [await lien.post("financierB", own, "releases", { amount: "1" }), 403, "LiensNotParty"],
        [await lien.post("tierOne", own, "releases", { amount: "1" }), 403, "not-permitted"],
        [
          await lien.post("financierA", own, "releases", { amount: "400001" }),
          409,
          "LiensExceeded",
        ],
        [await lien.post("financierA", own, "registration", registration), 409, "LiensRegistered"],
        [await lien.post("tierOne", own, "withdrawal"), 409, "LiensWrongState"],
        [await lien.post("tierTwo", open["lien"], "withdrawal"), 403, "LiensNotParty"],
        [await lien.post("tierOne", open["lien"], "expiry"), 409, "LiensNotExpired"],
        [await lien.post("custodian", open["lien"], "countersignature"), 403, "LiensNotParty"],
        [await lien.post("financierA", "99", "acceptance"), 404, "not-found"],
        [await lien.post("financierA", "99", "releases", { amount: "1" }), 404, "LiensUnknown"],
        [await lien.post("financierA", own, "releases", { amount: "-1" }), 400, "invalid-request"],
        [await lien.pledge({ token, terms: "0x12" }), 400, "invalid-request"],
        [await lien.pledge({ token, asset: "bill" }), 400, "invalid-request"],
        [await read("tierThree", `liens/${own}`), 403, "not-permitted"],
        [await read("tierThree", `certificates/${token}/rank`), 403, "not-permitted"],
      ];
      for (const [answer, status, code] of cases) {
        expect(refusal(answer), JSON.stringify(answer.body)).to.deep.equal([status, code]);
      }
      expect(await projectedTables(stack.database)).to.deep.equal(before);
    });

    it("goods over more than is left, in their unit", async () => {
      const { receipt: token } = await stock.issued();
      const goods = { asset: "receipt", token, amount: "8001" };
      const { status, body } = await lien.pledge(goods);
      expect([status, body["code"]]).to.deep.equal([409, "SplitTokenExceedsFree"]);
      expect(body["detail"]).to.equal(`8,000 of receipt ${token} is free, this asks for 8,001.`);
    });

    it("a pledge whose time is over, which anyone ends", async () => {
      const { certificate: token } = await issueTrade(stack);
      const expiresAt = await stack.instantIn(100);
      const { body } = await lien.pledge({ token, expiresAt });
      await stack.pass(200);
      const registration = await lien.registration();
      const late = await lien.post("financierA", body["lien"], "acceptance", { registration });
      expect(late.status).to.equal(409);
      const ended = await lien.post("tierOne", body["lien"], "expiry");
      expect(ended.body).to.deep.include({ state: "ended", ending: "expired" });
    });
  });

  describe("afterwards", () => {
    it("are listed to their parties, page by page", async () => {
      const first = await read("tierOne", "liens?role=debtor&limit=2");
      expect(itemsOf(first)).to.have.length(2);
      const second = await read(
        "tierOne",
        `liens?role=debtor&limit=500&after=${first.body["next"]}`,
      );
      const all = await read("auditor", "liens?limit=500");
      expect(itemsOf(second).length + 2).to.equal(itemsOf(all).length);
      expect(itemsOf(await read("tierThree", "liens"))).to.deep.equal([]);
      const secured = itemsOf(await read("financierB", "liens?role=secured"));
      expect(secured).to.have.length(1);
    });

    it("are rebuilt equal from the chain alone", async () => {
      const { checkpoint: _, ...rebuilt } = await rebuiltTables(stack);
      const { checkpoint: __, ...projected } = await projectedTables(stack.database);
      expect(rebuilt).to.deep.equal(projected);
      expect(projected["lien"]?.length).to.be.above(8);
    });
  });
});
