import { expect } from "chai";
import { id } from "ethers";
import { financed, quoted } from "../helpers/financing.ts";
import type { CastName } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { agreedEarlyPayment, attest } from "../helpers/payments.ts";
import { issueTrade, tradeTerms } from "../helpers/trade.ts";

interface Task {
  readonly task: string;
  readonly count: number;
  readonly first: readonly { readonly id: string }[];
}

describe("The day's work over HTTP", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const tasksOf = async (member: CastName) => {
    const { status, body } = await stack.as(member).get("/v1/overview");
    expect(status, JSON.stringify(body)).to.equal(200);
    return new Map((body["tasks"] as Task[]).map((task) => [task.task, task]));
  };
  const countOf = async (member: CastName, task: string) =>
    (await tasksOf(member)).get(task)?.count;

  it("tells obligor and creditor what to confirm and to accept", async () => {
    const { body } = await stack.as("tierOne").post("/v1/receivables", await tradeTerms(stack));
    const task = (await tasksOf("obligor")).get("confirm-receivables");
    expect(task).to.deep.include({ count: 1 });
    expect(task?.first[0]).to.deep.include({ id: String(body["receivable"]) });
    const acceptBy = await stack.instantIn(86_400);
    await stack
      .as("obligor")
      .post(`/v1/receivables/${body["receivable"]}/confirmation`, { acceptBy });
    expect(await countOf("obligor", "confirm-receivables")).to.equal(0);
    expect(await countOf("tierOne", "accept-receivables")).to.equal(1);
    expect(await countOf("tierTwo", "accept-receivables")).to.equal(0);
  });

  it("tells a recipient its offers, and the other party what was proposed", async () => {
    const { certificate } = await issueTrade(stack);
    await stack.as("tierOne").post(`/v1/certificates/${certificate}/offers`, {
      to: stack.who.tierTwo.id,
      valueMinor: "1000",
      expiresAt: await stack.instantIn(86_400),
      tradeReference: id("trade"),
    });
    expect(await countOf("tierTwo", "answer-offers")).to.equal(1);
    const proposal = {
      certificate,
      faceMinor: "10",
      paidMinor: "10",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(86_400),
    };
    await stack.as("obligor").post("/v1/early-payments/proposals", proposal);
    expect(await countOf("tierOne", "answer-early-payments")).to.equal(1);
    expect(await countOf("obligor", "answer-early-payments")).to.equal(0);
  });

  it("tells financiers and holders about requests, quotes and registrations", async () => {
    const { certificate } = await issueTrade(stack);
    const { body } = await quoted(stack, certificate);
    expect(await countOf("financierA", "quote-requests")).to.equal(0);
    expect(await countOf("financierB", "quote-requests")).to.equal(1);
    expect(await countOf("tierOne", "choose-quotes")).to.equal(1);
    await stack.as("tierOne").post(`/v1/quotes/${body["quote"]}/acceptance`, {});
    expect(await countOf("tierOne", "choose-quotes")).to.equal(0);
    expect(await countOf("financierA", "register-financings")).to.equal(1);
    expect(await countOf("financierB", "quote-requests")).to.equal(0);
  });

  it("tells a bank what to take on and to attest, and no other bank", async () => {
    const { certificate } = await issueTrade(stack);
    const { body } = await agreedEarlyPayment(stack, certificate);
    expect(await countOf("bank", "accept-instructions")).to.equal(1);
    expect(await countOf("otherBank", "accept-instructions")).to.equal(0);
    const path = `/v1/payment-instructions/${body["instruction"]}/acceptance`;
    await stack.as("bank").post(path, { valueDate: await stack.dayIn(0) });
    expect(await countOf("bank", "attest-instructions")).to.equal(1);
    await attest(stack, body["instruction"]);
    expect(await countOf("bank", "attest-instructions")).to.equal(0);
  });

  it("tells the other legal account what to confirm, and everybody only its own tasks", async () => {
    const { certificate } = await issueTrade(stack);
    const path = `/v1/certificates/${certificate}/freeze-proposals`;
    const asked = { freeze: true, documentDigest: id("order") };
    const proposed = await stack.as("legal").post(path, asked);
    expect(proposed.status, JSON.stringify(proposed.body)).to.be.lessThan(300);
    expect(await countOf("legal", "confirm-freezes")).to.equal(0);
    expect(await countOf("secondLegal", "confirm-freezes")).to.equal(1);
    expect((await tasksOf("tierOne")).has("confirm-freezes")).to.equal(false);
    expect(await countOf("operator", "decide-recoveries")).to.equal(0);
  });

  it("says what falls due, by day and currency", async () => {
    const dueDate = await stack.dayIn(33);
    for (const amount of ["1000000", "500000"]) {
      await issueTrade(stack, { dueDate, amountMinor: amount });
    }
    const { body } = await stack.as("obligor").get(`/v1/obligations?from=${dueDate}&to=${dueDate}`);
    expect(body["items"]).to.deep.equal([
      {
        dueDate,
        currency: "CNY",
        amountMinor: "1500000",
        awaitingMinor: "0",
        receivables: 2,
        overdue: 0,
      },
    ]);
    expect((await stack.as("tierOne").get("/v1/obligations")).status).to.equal(403);
    expect((await stack.as("obligor").get("/v1/obligations?from=2026-02-31")).status).to.equal(400);
  });

  it("proves on the ledger itself that nothing came or went", async () => {
    const { certificate } = await issueTrade(stack);
    await financed(stack, certificate);
    const { body } = await stack.as("operator").get("/v1/conservation");
    const [row] = await stack.database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM projected.receivable",
    );
    expect(body).to.deep.include({
      receivables: Number(row?.n),
      violations: [],
      i1: true,
      i8: true,
      conserved: true,
    });
    expect((await stack.as("tierOne").get("/v1/conservation")).status).to.equal(403);
  });

  it("names the receivable whose numbers don't fit", async () => {
    const { receivable } = await issueTrade(stack);
    // PUSH1 0x80 PUSH1 0 RETURN: a contract that answers four zeros stands for a ledger that lost what it owed.
    const answer = "0x60806000f3";
    await stack.chain.rpc.send("anvil_setCode", [
      stack.deployment.addresses.creditCertificates,
      answer,
    ]);
    const { body } = await stack.as("auditor").get("/v1/conservation");
    expect(body).to.deep.include({ i1: false, i8: true, conserved: false });
    const violations = body["violations"] as { receivable: number; neededMinor: string }[];
    expect(violations.find((each) => each.receivable === receivable)).to.deep.include({
      invariant: "I1",
      neededMinor: "1000000",
      actualMinor: "0",
    });
  });
});
