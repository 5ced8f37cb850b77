import { expect } from "chai";
import { financed, quoted, quoteTerms } from "../helpers/financing.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { attest } from "../helpers/payments.ts";
import { issueTrade } from "../helpers/trade.ts";

const DAY = 86_400;

describe("Financing over HTTP", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const ask = (certificate: string, changes: object = {}) =>
    stack.as("tierOne").post("/v1/financing-requests", {
      certificate,
      valueMinor: "1000000",
      ...changes,
    });

  it("goes from a request to the certificate that the financier holds", async () => {
    const { certificate } = await issueTrade(stack);
    const quote = await quoted(stack, certificate);
    expect(quote.status, JSON.stringify(quote.body)).to.equal(201);
    expect(quote.body).to.deep.include({ status: "open", claimMinor: "1000000", financing: null });
    const accepted = await stack
      .as("tierOne")
      .post(`/v1/quotes/${quote.body["quote"]}/acceptance`, {});
    expect(accepted.status, JSON.stringify(accepted.body)).to.equal(201);
    expect(accepted.body).to.deep.include({ state: "accepted", instruction: null });
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["freeMinor"]).to.equal("0");
    const own = `/v1/financings/${accepted.body["financing"]}`;
    const registration = { registryNumber: "ZD 77", registeredAt: await stack.instantIn(0) };
    const registered = await stack.as("financierA").post(`${own}/registration`, registration);
    expect(registered.body).to.deep.include({ state: "instructed", registryNumber: "ZD 77" });
    const paid = await attest(stack, registered.body["instruction"]);
    expect(paid.body).to.deep.include({ state: "paid", kind: "financing", paidMinor: "970000" });
    const now = await stack.as("tierOne").get(own);
    expect(now.body).to.deep.include({
      state: "delivered",
      registryNumber: "ZD 77",
      claimLeftMinor: "1000000",
    });
    expect(now.body["debtor"]).to.deep.include({ memberId: stack.who.tierOne.id });
    const child = await stack.as("financierA").get(`/v1/certificates/${now.body["child"]}`);
    expect(child.body["flags"]).to.deep.equal(["financed", "recourse"]);
    const made = await stack.as("financierA").get("/v1/quotes?direction=made&status=accepted");
    expect(made.body).to.have.deep.nested.property("items[0].financing", now.body["financing"]);
    const requests = await stack.as("tierOne").get("/v1/financing-requests?direction=made");
    expect(requests.body).to.have.deep.nested.property("items[0].status", "financed");
    const exposures = await stack.as("financierA").get("/v1/exposures");
    expect(exposures.body).to.have.deep.nested.include({
      "items[0].totalMinor": "1000000",
      "items[0].withRecourseMinor": "1000000",
      "items[0].pendingMinor": "0",
    });
  });

  it("lets a financier see provenance and invoices, and its own quotes alone", async () => {
    const { certificate, terms } = await issueTrade(stack);
    const request = await ask(certificate);
    const path = `/v1/financing-requests/${request.body["request"]}`;
    await stack.as("financierA").post(`${path}/quotes`, await quoteTerms(stack));
    const other = await stack
      .as("financierB")
      .post(
        `${path}/quotes`,
        await quoteTerms(stack, { principalMinor: "975000", discountMinor: "20000" }),
      );
    const seen = await stack.as("financierB").get(path);
    expect(seen.body["offered"]).to.have.length(1);
    expect(seen.body).to.have.deep.nested.property("offered[0].quote", other.body["quote"]);
    expect(seen.body["quotes"]).to.equal(1);
    expect(seen.body["provenance"]).to.have.deep.nested.property(
      "receivableSummary.state",
      "accepted",
    );
    const [invoice] = seen.body["invoices"] as { number: string }[];
    expect(invoice?.number).to.equal(terms.invoices[0]?.number);
    const holder = await stack.as("tierOne").get(path);
    expect(holder.body["offered"]).to.have.length(2);
    const foreign = `/v1/quotes/${other.body["quote"]}`;
    expect((await stack.as("financierA").get(foreign)).status).to.equal(404);
    expect((await stack.as("auditor").get(foreign)).status).to.equal(404);
    expect((await stack.as("financierB").get(foreign)).status).to.equal(200);
    expect((await stack.as("tierTwo").get(path)).status).to.equal(404);
    const mine = await stack.as("financierA").get("/v1/quotes");
    const financiers = (mine.body["items"] as { financier: { memberId: number } }[]).map(
      ({ financier }) => financier.memberId,
    );
    expect(new Set(financiers)).to.deep.equal(new Set([stack.who.financierA.id]));
  });

  it("asks those alone whom the holder names", async () => {
    const { certificate } = await issueTrade(stack);
    const request = await ask(certificate, { financiers: [stack.who.financierB.id] });
    const path = `/v1/financing-requests/${request.body["request"]}`;
    expect((await stack.as("financierA").get(path)).status).to.equal(404);
    const refused = await stack.as("financierA").post(`${path}/quotes`, await quoteTerms(stack));
    expect(refused.status).to.equal(404);
    const inbox = await stack.as("financierB").get("/v1/financing-requests?direction=received");
    expect(inbox.body).to.have.deep.nested.property("items[0].request", request.body["request"]);
    expect((await stack.write("financierB", "DELETE", path)).status).to.equal(403);
    const withdrawn = await stack.write("tierOne", "DELETE", path);
    expect(withdrawn.body["status"]).to.equal("withdrawn");
    const late = await stack.as("financierB").post(`${path}/quotes`, await quoteTerms(stack));
    expect(late.status).to.equal(409);
  });

  it("refuses a request for what is not free, or not one's own", async () => {
    const { certificate } = await issueTrade(stack);
    expect((await ask(certificate, { valueMinor: "1000001" })).status).to.equal(422);
    const stranger = await stack
      .as("tierTwo")
      .post("/v1/financing-requests", { certificate, valueMinor: "1" });
    expect(stranger.status).to.equal(403);
    expect((await ask("4294967297000")).status).to.equal(404);
  });

  it("refuses quotes that don't add up, bear too much, or are over", async () => {
    const { certificate } = await issueTrade(stack);
    const request = await ask(certificate);
    const path = `/v1/financing-requests/${request.body["request"]}/quotes`;
    const bad: [Readonly<Record<string, unknown>>, RegExp][] = [
      [{ feeMinor: "5001" }, /add up to 1000001/],
      [{ obligorInterestMinor: "25001" }, /at most 25000/],
      [{ claimMinor: "1000001" }, /above the value/],
      [{ deadline: await stack.instantIn(-1) }, /deadline/],
    ];
    for (const [changes, sentence] of bad) {
      const refused = await stack.as("financierA").post(path, await quoteTerms(stack, changes));
      expect(refused.status).to.equal(422);
      expect(refused.body["detail"]).to.match(sentence);
    }
    const supplier = await stack.as("tierTwo").post(path, await quoteTerms(stack));
    expect(supplier.status).to.equal(403);
    const { body } = await stack.as("tierOne").get("/v1/quotes?status=open");
    const quotes = body["items"] as { certificate: string }[];
    expect(quotes.filter((quote) => quote.certificate === certificate)).to.deep.equal([]);
  });

  it("refuses to quote when the receivable's tags are not those of its invoices", async () => {
    const { certificate, receivable } = await issueTrade(stack);
    const request = await ask(certificate);
    await stack.database.query(
      `UPDATE local.receivable_document SET invoices = jsonb_set(invoices, '{0,number}', '"OTHER 9"')
       WHERE receivable_id = $1`,
      [receivable],
    );
    const path = `/v1/financing-requests/${request.body["request"]}/quotes`;
    const refused = await stack.as("financierA").post(path, await quoteTerms(stack));
    expect(refused.status).to.equal(422);
    expect(refused.body["code"]).to.equal("terms-tag-differs");
    await stack.database.query("DELETE FROM local.receivable_document WHERE receivable_id = $1", [
      receivable,
    ]);
    const unknown = await stack.as("financierA").post(path, await quoteTerms(stack));
    expect(unknown.status).to.equal(422);
  });

  it("knows withdrawn and expired quotes, and none is accepted by anyone else", async () => {
    const { certificate } = await issueTrade(stack);
    const first = await quoted(stack, certificate);
    const path = `/v1/quotes/${first.body["quote"]}`;
    expect((await stack.as("financierA").post(`${path}/acceptance`, {})).status).to.equal(403);
    expect((await stack.as("tierTwo").post(`${path}/acceptance`, {})).status).to.equal(404);
    expect((await stack.write("financierB", "DELETE", path)).status).to.equal(404);
    expect((await stack.write("financierA", "DELETE", path)).body["status"]).to.equal("withdrawn");
    expect((await stack.as("tierOne").post(`${path}/acceptance`, {})).status).to.equal(409);
    const second = await quoted(stack, certificate);
    const later = `/v1/quotes/${second.body["quote"]}`;
    await stack.pass(2 * 3_600);
    expect((await stack.as("tierOne").get(later)).body["status"]).to.equal("expired");
    const expired = await stack.as("tierOne").post(`${later}/acceptance`, {});
    expect(expired.body["code"]).to.equal("FactoringQuoteExpired");
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["heldMinor"]).to.equal("0");
  });

  it("is refused by its financier, or expires, and the value is free again", async () => {
    const { certificate } = await issueTrade(stack);
    const accept = async () => {
      const { body } = await quoted(stack, certificate);
      const accepted = await stack.as("tierOne").post(`/v1/quotes/${body["quote"]}/acceptance`, {});
      return `/v1/financings/${accepted.body["financing"]}`;
    };
    const first = await accept();
    expect((await stack.as("financierB").post(`${first}/refusal`, {})).body["code"]).to.equal(
      "FactoringNotFinancier",
    );
    expect((await stack.as("otherBank").get(first)).status).to.equal(403);
    expect((await stack.as("financierA").post(`${first}/refusal`, {})).body["state"]).to.equal(
      "failed",
    );
    const second = await accept();
    const early = await stack.as("tierOne").post(`${second}/expiry`, {});
    expect(early.body["code"]).to.equal("FactoringRegisterByNotPassed");
    await stack.pass(2 * DAY);
    expect((await stack.as("tierOne").post(`${second}/expiry`, {})).body["state"]).to.equal(
      "failed",
    );
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["freeMinor"]).to.equal("1000000");
  });

  it("is bought back at default by the recourse debtor", async () => {
    const dueDate = await stack.dayIn(3);
    const { certificate } = await issueTrade(stack, { dueDate, contractDueDate: dueDate });
    const { body: financing } = await financed(stack, certificate);
    const child = String(financing["child"]);
    const path = `/v1/certificates/${child}/buy-back-requests`;
    const ask = async () => ({ bank: stack.who.bank.id, expiresAt: await stack.instantIn(DAY) });
    const early = await stack.as("financierA").post(path, await ask());
    expect(early.status).to.equal(409);
    await stack.pass(10 * DAY);
    const requested = await stack.as("financierA").post(path, await ask());
    expect(requested.status, JSON.stringify(requested.body)).to.equal(201);
    expect(requested.body).to.deep.include({ kind: "buy-back", amountMinor: "1000000" });
    await attest(stack, requested.body["instruction"]);
    const now = await stack.as("financierA").get(`/v1/financings/${financing["financing"]}`);
    expect(now.body["state"]).to.equal("bought-back");
    expect(now.body["buyBack"]).to.deep.include({ state: "bought-back", priceMinor: "1000000" });
  });
});
