import { expect } from "chai";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { agreedEarlyPayment, attest, outcome } from "../helpers/payments.ts";
import { issueTrade } from "../helpers/trade.ts";

describe("Early payments over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const proposal = async (certificate: string, changes: object = {}) => ({
    certificate,
    faceMinor: "1000000",
    paidMinor: "990000",
    bank: stack.who.bank.id,
    expiresAt: await stack.instantIn(86_400),
    ...changes,
  });

  it("are proposed by one party, agreed by the other, paid, and end the value", async () => {
    const { certificate, receivable } = await issueTrade(stack);
    const proposed = await stack
      .as("obligor")
      .post("/v1/early-payments/proposals", await proposal(certificate));
    expect(proposed.status).to.equal(201);
    expect(proposed.body).to.deep.include({ status: "open", discountMinor: "10000" });
    const inbox = await stack.as("tierOne").get("/v1/early-payments/proposals?direction=in");
    expect(inbox.body).to.have.deep.nested.property("items[0].proposal", proposed.body["proposal"]);
    const path = `/v1/early-payments/proposals/${proposed.body["proposal"]}/agreement`;
    const agreed = await stack.as("tierOne").post(path, {});
    expect(agreed.status).to.equal(201);
    expect(agreed.body).to.deep.include({ state: "agreed", obligorOverdue: false });
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["heldMinor"]).to.equal("1000000");
    const paid = await attest(stack, agreed.body["instruction"]);
    expect(paid.body).to.deep.include({ state: "paid", paidMinor: "990000", unmatched: null });
    expect(paid.body["bankReference"]).to.match(/^BR-/);
    const after = await stack.as("obligor").get(`/v1/receivables/${receivable}`);
    expect(after.body).to.deep.include({ state: "discharged", liveMinor: "0" });
    const early = await stack
      .as("obligor")
      .get(`/v1/early-payments/${agreed.body["earlyPayment"]}`);
    expect(early.body["state"]).to.equal("settled");
    const list = await stack.as("tierOne").get("/v1/early-payments/proposals?status=agreed");
    expect(list.body).to.have.deep.nested.property(
      "items[0].earlyPayment",
      agreed.body["earlyPayment"],
    );
  });

  it("may be proposed by the holder as well", async () => {
    const { certificate } = await issueTrade(stack);
    const proposed = await stack
      .as("tierOne")
      .post("/v1/early-payments/proposals", await proposal(certificate));
    const path = `/v1/early-payments/proposals/${proposed.body["proposal"]}/agreement`;
    expect((await stack.as("obligor").post(path, {})).status).to.equal(201);
  });

  it("are agreed and attested many at a time, each item for itself", async () => {
    const trades = [await issueTrade(stack), await issueTrade(stack), await issueTrade(stack)];
    const items = await Promise.all(trades.map(({ certificate }) => proposal(certificate)));
    const proposed = await stack
      .as("obligor")
      .post("/v1/early-payments/proposals/batch", { items });
    expect(proposed.status).to.equal(201);
    const numbers = (proposed.body["items"] as { proposal: string }[]).map((item) => ({
      proposal: item.proposal,
    }));
    const agreed = await stack
      .as("tierOne")
      .post("/v1/early-payments/batch", { items: [...numbers, { proposal: "999999" }] });
    expect(agreed.status).to.equal(200);
    const results = agreed.body["items"] as { state: string; instruction: string | null }[];
    expect(results.map(({ state }) => state)).to.deep.equal(["done", "done", "done", "refused"]);
    const instructions = results.flatMap(({ instruction }) => instruction ?? []);
    const words = await Promise.all(
      [...instructions, "888888"].map(async (instruction) => ({
        instruction,
        ...(await outcome(stack)),
      })),
    );
    const attested = await stack.as("bank").post("/v1/attestations/batch", { items: words });
    const outcomes = attested.body["items"] as {
      state: string;
      problem: { code: string } | null;
    }[];
    expect(outcomes.map(({ state }) => state)).to.deep.equal(["done", "done", "done", "refused"]);
    expect(outcomes[3]?.problem?.code).to.equal("not-found");
    for (const { receivable } of trades) {
      const { body } = await stack.as("obligor").get(`/v1/receivables/${receivable}`);
      expect(body["state"]).to.equal("discharged");
    }
  });

  it("answer a repeated batch without doing it twice", async () => {
    const { certificate } = await issueTrade(stack);
    const items = [await proposal(certificate)];
    const { body } = await stack
      .as("obligor")
      .post("/v1/early-payments/proposals/batch", { items });
    const [{ proposal: number } = { proposal: "" }] = body["items"] as { proposal: string }[];
    const asked = { items: [{ proposal: number }] };
    const first = await stack.as("tierOne").post("/v1/early-payments/batch", asked, "once");
    const again = await stack.as("tierOne").post("/v1/early-payments/batch", asked, "once");
    expect(again.body).to.deep.equal(first.body);
    expect(again.headers.get("idempotency-replayed")).to.equal("true");
    const other = await stack.as("tierOne").post("/v1/early-payments/batch", asked);
    expect(other.body).to.have.deep.nested.property(
      "items[0].problem.code",
      "EarlyPaymentsNonceUsed",
    );
  });

  it("are proposed by obligor or holder alone, and agreed by the other one alone", async () => {
    const { certificate } = await issueTrade(stack);
    const path = "/v1/early-payments/proposals";
    const stranger = await stack.as("tierTwo").post(path, await proposal(certificate));
    expect(stranger.status).to.equal(403);
    const proposed = await stack.as("obligor").post(path, await proposal(certificate));
    const agreement = `${path}/${proposed.body["proposal"]}/agreement`;
    expect((await stack.as("obligor").post(agreement, {})).status).to.equal(403);
    expect((await stack.as("tierTwo").post(agreement, {})).status).to.equal(404);
    const list = await stack.as("tierTwo").get(path);
    expect(list.body["items"]).to.deep.equal([]);
  });

  it("end with their proposal taken back", async () => {
    const { certificate } = await issueTrade(stack);
    const path = "/v1/early-payments/proposals";
    const proposed = await stack.as("obligor").post(path, await proposal(certificate));
    const own = `${path}/${proposed.body["proposal"]}`;
    expect((await stack.write("tierOne", "DELETE", own)).status).to.equal(403);
    const withdrawn = await stack.write("obligor", "DELETE", own);
    expect(withdrawn.body).to.deep.include({ status: "withdrawn" });
    const late = await stack.as("tierOne").post(`${own}/agreement`, {});
    expect(late.status).to.equal(409);
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["heldMinor"]).to.equal("0");
  });

  it("refuse to pay above the face, and more than the certificate has", async () => {
    const { certificate } = await issueTrade(stack);
    const above = await agreedEarlyPayment(stack, certificate, { paidMinor: "1000001" });
    expect(above.body["code"]).to.equal("EarlyPaymentsPaidAboveFace");
    const more = await agreedEarlyPayment(stack, certificate, { faceMinor: "1000001" });
    expect(more.status).to.equal(409);
    const huge = await agreedEarlyPayment(stack, certificate, { faceMinor: String(2n ** 72n) });
    expect(huge.status).to.equal(400);
    const held = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(held.body["heldMinor"]).to.equal("0");
  });

  it("leave everything as it was when the payment is returned", async () => {
    const { certificate } = await issueTrade(stack);
    const agreed = await agreedEarlyPayment(stack, certificate);
    const returned = await attest(stack, agreed.body["instruction"], { outcome: "returned" });
    expect(returned.body["state"]).to.equal("returned");
    const { body } = await stack.as("tierOne").get(`/v1/certificates/${certificate}`);
    expect(body).to.deep.include({ heldMinor: "0", valueMinor: "1000000" });
    const early = await stack.as("tierOne").get("/v1/early-payments?state=failed");
    expect(early.body).to.have.deep.nested.property("items[0].certificate", certificate);
  });
});
