import { expect } from "chai";
import { id } from "ethers";
import type { Answer } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade, tradeTerms } from "../helpers/trade.ts";

describe("Receivables over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const register = async (changes = {}): Promise<Answer> =>
    stack.as("tierOne").post("/v1/receivables", await tradeTerms(stack, changes));
  const confirm = async (receivable: unknown, body = {}): Promise<Answer> => {
    const acceptBy = await stack.instantIn(86_400);
    const path = `/v1/receivables/${receivable}/confirmation`;
    return stack.as("obligor").post(path, { acceptBy, ...body });
  };

  it("are registered with invoices whose numbers stay off the ledger", async () => {
    const answer = await register({ invoices: invoices("SECRET 17", "1000000") });
    expect(answer.status).to.equal(201);
    expect(answer.body).to.deep.include({ amountMinor: "1000000", state: "registered" });
    expect(answer.body["obligor"]).to.deep.include({ name: "Huadong Steel", roles: ["obligor"] });
    const path = `/v1/receivables/${answer.body["receivable"]}`;
    const own = await stack.as("obligor").get(path);
    expect(own.body["invoices"]).to.have.deep.nested.property("[0].number", "SECRET 17");
    const events = await stack.database.query<{ args: unknown }>(
      "SELECT args FROM projected.event",
    );
    expect(JSON.stringify(events)).not.to.contain("SECRET");
  });

  function invoices(number: string, amount: string) {
    return [{ number, faceMinor: amount, usedMinor: amount }];
  }

  it("go from registration to the root certificate", async () => {
    const { receivable, certificate } = await issueTrade(stack);
    expect(certificate).to.equal(String((BigInt(receivable) << 32n) | 1n));
    const { body } = await stack.as("tierOne").get(`/v1/receivables/${receivable}`);
    expect(body).to.deep.include({ state: "accepted", liveMinor: "1000000", rules: 1 });
    expect(body["settlement"]).to.deep.equal({ openRun: null, queued: [], runs: [] });
  });

  it("are not confirmed when the documents in hand are others", async () => {
    const { body } = await register();
    const other = await confirm(body["receivable"], { invoices: invoices("OTHER", "1000000") });
    expect(other.status).to.equal(422);
    expect(other.body["code"]).to.equal("terms-tag-differs");
    const now = await stack.as("obligor").get(`/v1/receivables/${body["receivable"]}`);
    expect(now.body["state"]).to.equal("registered");
  });

  it("refuse the same invoice under another spelling, and with another face", async () => {
    const first = await register({ invoices: invoices("No. 2026-881", "1000000") });
    expect((await confirm(first.body["receivable"])).status).to.equal(200);
    const again = await register({ invoices: invoices("no 2026 881", "1000000") });
    const overused = await confirm(again.body["receivable"]);
    expect(overused.status).to.equal(409);
    expect(overused.body["code"]).to.equal("ClaimsOverused");
    const face = [{ number: "NO.2026881", faceMinor: "2000000", usedMinor: "1000000" }];
    const other = await register({ invoices: face });
    const refused = await confirm(other.body["receivable"]);
    expect(refused.body["code"]).to.equal("ClaimsOtherFace");
    expect(refused.headers.get("content-type")).to.contain("application/problem+json");
  });

  it("refuse bad terms with the ledger's own sentence", async () => {
    const late = await register({ dueDate: await stack.dayIn(60) });
    expect(late.status).to.equal(409);
    expect(late.body["code"]).to.equal("ReceivablesDueAfterContract");
    const differs = await register({ amountMinor: "5", invoices: invoices("D1", "4") });
    expect(differs.body["code"]).to.equal("ReceivablesAmountsDiffer");
    const fee = [{ kind: "confirmation", payer: stack.who.tierOne.id, amountMinor: "100" }];
    const charged = await register({ fees: fee });
    expect(charged.body["code"]).to.equal("ReceivablesConfirmationFeeOnSupplier");
    const ahead = await register({ deliveryDate: await stack.dayIn(3) });
    const confirmed = await confirm(ahead.body["receivable"]);
    expect(confirmed.body["code"]).to.equal("ReceivablesDeliveryAhead");
  });

  it("refuse malformed amounts and days before anything is sent", async () => {
    for (const changes of [
      { amountMinor: "0" },
      { amountMinor: "1.5" },
      { dueDate: "2026-02-30" },
    ]) {
      const answer = await stack.as("tierOne").post("/v1/receivables", {
        ...(await tradeTerms(stack)),
        ...changes,
      });
      expect(answer.status).to.equal(400);
      expect(answer.body["code"]).to.equal("invalid-request");
    }
    const huge = "4722366482869645213696";
    const large = await register({ amountMinor: huge, invoices: invoices("H1", huge) });
    expect([large.status, large.body["code"]]).to.deep.equal([400, "invalid-request"]);
  });

  it("exceed no limit, in a sentence with names", async () => {
    const amount = "100000000001";
    const { body } = await register({ amountMinor: amount, invoices: invoices("BIG", amount) });
    const refused = await confirm(body["receivable"]);
    expect(refused.body["code"]).to.equal("ReceivablesLimitExceeded");
    expect(refused.body["detail"]).to.match(/^Huadong Steel's limit is 1,000,000,000\.00 CNY/);
    expect(refused.body["args"]).to.deep.include({ asked: amount });
  });

  it("are confirmed by their obligor alone, and accepted by their creditor alone", async () => {
    const { body } = await register();
    const path = `/v1/receivables/${body["receivable"]}`;
    const acceptBy = await stack.instantIn(3_600);
    const other = await stack.as("otherObligor").post(`${path}/confirmation`, { acceptBy });
    expect([other.status, other.body["code"]]).to.deep.equal([403, "ReceivablesNotParty"]);
    const supplier = await stack.as("tierOne").post(`${path}/confirmation`, { acceptBy });
    expect([supplier.status, supplier.body["code"]]).to.deep.equal([403, "not-permitted"]);
    await confirm(body["receivable"]);
    const stranger = await stack.as("tierTwo").post(`${path}/acceptance`, {});
    expect([stranger.status, stranger.body["code"]]).to.deep.equal([403, "ReceivablesNotParty"]);
    const missing = await stack.as("tierTwo").post("/v1/receivables/99999/acceptance", {});
    expect([missing.status, missing.body["code"]]).to.deep.equal([404, "ReceivablesUnknown"]);
  });

  it("can be voided before confirmation and rejected after it", async () => {
    const first = await register();
    const voided = await stack
      .as("obligor")
      .post(`/v1/receivables/${first.body["receivable"]}/voiding`, {});
    expect(voided.body["state"]).to.equal("voided");
    const second = await register();
    await confirm(second.body["receivable"]);
    const path = `/v1/receivables/${second.body["receivable"]}`;
    const early = await stack.as("tierTwo").post(`${path}/expiry`, {});
    expect(early.body["code"]).to.equal("ReceivablesAcceptByNotPassed");
    const rejected = await stack
      .as("tierOne")
      .post(`${path}/rejection`, { reasonDigest: id("wrong quantity") });
    expect(rejected.body).to.deep.include({ state: "rejected", openMinor: "0" });
  });

  it("are confirmed many at once, each with its own answer", async () => {
    const good = [await register(), await register()];
    const voided = await register();
    await stack.as("tierOne").post(`/v1/receivables/${voided.body["receivable"]}/voiding`, {});
    const acceptBy = await stack.instantIn(3_600);
    const items = [...good, voided].map(({ body }) => ({
      receivable: body["receivable"],
      acceptBy,
    }));
    const { status, body } = await stack
      .as("obligor")
      .post("/v1/receivables/confirmations", { items });
    expect(status).to.equal(200);
    const outcomes = body["items"] as { state: string; problem: { code: string } | null }[];
    expect(outcomes.map(({ state }) => state)).to.deep.equal(["done", "done", "refused"]);
    expect(outcomes[2]?.problem?.code).to.equal("ReceivablesWrongState");
  });

  it("are issued in one transaction with both parties' signatures", async () => {
    const terms = await tradeTerms(stack, { salt: id("signed together") });
    const acceptBy = await stack.instantIn(3_600);
    const deadline = await stack.instantIn(7_200);
    const path = "/v1/receivables/signatures";
    const obligor = await stack
      .as("obligor")
      .post(`${path}/confirmation`, { ...terms, acceptBy, deadline });
    const creditor = await stack.as("tierOne").post(`${path}/acceptance`, { ...terms, deadline });
    const foreign = await stack.as("tierTwo").post(`${path}/acceptance`, { ...terms, deadline });
    expect(foreign.status).to.equal(403);
    const body = {
      ...terms,
      acceptBy,
      obligorSignature: obligor.body,
      creditorSignature: creditor.body,
    };
    const issued = await stack.as("tierTwo").post("/v1/receivables/signed", body);
    expect(issued.status).to.equal(201);
    expect(issued.body["state"]).to.equal("accepted");
    const forged = { ...body, salt: id("other terms") };
    const refused = await stack.as("tierTwo").post("/v1/receivables/signed", forged);
    expect([refused.status, refused.body["code"]]).to.deep.equal([403, "MembersSignatureInvalid"]);
  });

  it("with a credit note are shown short, and nobody finances them any more", async () => {
    const { receivable, certificate } = await issueTrade(stack);
    const path = `/v1/receivables/${receivable}`;
    const note = { number: "CN 1", amountMinor: "1" };
    const refused = await stack.as("tierTwo").post(`${path}/credit-notes`, note);
    expect([refused.status, refused.body["code"]]).to.deep.equal([403, "MembersMissingRole"]);
    const tooLarge = { ...note, amountMinor: "1000001" };
    const large = await stack.as("tierOne").post(`${path}/credit-notes`, tooLarge);
    expect([large.status, large.body["code"]]).to.deep.equal([409, "ClaimsCreditTooLarge"]);
    expect(large.body["detail"]).to.contain("1,000,001");
    const before = await stack.as("tierOne").get(path);
    expect(before.body).to.deep.nested.include({ "invoices[0].short": false, creditNotes: [] });
    const done = await stack.as("tierOne").post(`${path}/credit-notes`, note);
    expect(done.status).to.equal(201);
    const again = { ...note, number: " cn-1 " };
    const twice = await stack.as("tierOne").post(`${path}/credit-notes`, again);
    expect([twice.status, twice.body["code"]]).to.deep.equal([409, "ClaimsCreditKnown"]);
    const { body } = await stack.as("tierOne").get(path);
    expect(body).to.deep.nested.include({
      "invoices[0].short": true,
      "invoices[0].leftMinor": "999999",
      "creditNotes[0].amountMinor": "1",
    });
    const { financierA, bank } = stack.who;
    const asked = { certificate, valueMinor: "1000000", financiers: [financierA.id] };
    const request = await stack.as("tierOne").post("/v1/financing-requests", asked);
    const quoted = await stack
      .as("financierA")
      .post(`/v1/financing-requests/${request.body["request"]}/quotes`, {
        principalMinor: "990000",
        discountMinor: "10000",
        feeMinor: "0",
        obligorInterestMinor: "0",
        recourse: false,
        bank: bank.id,
        registerBy: await stack.instantIn(3_600),
        payBy: await stack.instantIn(7_200),
        deadline: await stack.instantIn(3_600),
      });
    const quote = `/v1/quotes/${quoted.body["quote"]}/acceptance`;
    const stopped = await stack.as("tierOne").post(quote, {});
    expect(stopped.body["code"], JSON.stringify(quoted.body)).to.equal("ClaimsShort");
  });

  it("are listed for their parties and read by nobody else", async () => {
    const { receivable } = await issueTrade(stack);
    const owed = await stack
      .as("obligor")
      .get("/v1/receivables?party=obligor&state=accepted&limit=1");
    expect((owed.body["items"] as unknown[]).length).to.equal(1);
    expect(owed.body["next"]).to.be.a("string");
    const none = await stack.as("tierThree").get("/v1/receivables");
    expect(none.body["items"]).to.deep.equal([]);
    const stranger = await stack.as("tierThree").get(`/v1/receivables/${receivable}`);
    expect([stranger.status, stranger.body["code"]]).to.deep.equal([403, "not-permitted"]);
    expect((await stack.as("auditor").get(`/v1/receivables/${receivable}`)).status).to.equal(200);
    expect((await stack.as("auditor").get("/v1/receivables/99999")).status).to.equal(404);
  });
});
