import { expect } from "chai";
import { id } from "ethers";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { attest } from "../helpers/payments.ts";
import { issueTrade } from "../helpers/trade.ts";

const DAY = 86_400;

describe("Settlement over HTTP", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const dueIn = async (days: number) =>
    issueTrade(stack, {
      dueDate: await stack.dayIn(days),
      contractDueDate: await stack.dayIn(days),
    });
  const instruct = async (receivable: number, amountMinor = "1000000") =>
    stack.as("obligor").post(`/v1/receivables/${receivable}/settlements`, {
      amountMinor,
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(5 * DAY),
    });
  const settle = (receivable: number, body: object = {}) =>
    stack.as("tierTwo").post(`/v1/receivables/${receivable}/settlement-batches`, body);

  it("pays every certificate at the due day, in batches of any size", async () => {
    const { receivable, certificate } = await dueIn(1);
    await stack
      .as("tierOne")
      .post(`/v1/certificates/${certificate}/splits`, { valueMinor: "300000" });
    expect((await instruct(receivable)).body["code"]).to.equal("RunsTooEarly");
    await stack.pass(DAY);
    const instructed = await instruct(receivable);
    expect(instructed.status).to.equal(201);
    expect(instructed.body).to.deep.include({ kind: "settlement", payee: null, certificate: null });
    const other = await stack.as("otherObligor").post(`/v1/receivables/${receivable}/settlements`, {
      amountMinor: "1",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(DAY),
    });
    expect(other.body["code"]).to.equal("RunsNotObligor");
    await attest(stack, instructed.body["instruction"]);
    const first = await settle(receivable, { limit: 1 });
    expect(first.body).to.deep.include({ legs: 1, closed: false, circulationClosed: true });
    const second = await settle(receivable);
    expect(second.body).to.deep.include({ legs: 1, closed: true, state: "discharged" });
    const run = await stack.as("obligor").get(`/v1/settlement-runs/${first.body["openRun"]}`);
    expect(run.body).to.deep.include({ open: false, paidMinor: "1000000", totalMinor: "1000000" });
    const legs = run.body["legs"] as { toPayeeMinor: string }[];
    expect(legs.map(({ toPayeeMinor }) => toPayeeMinor)).to.deep.equal(["700000", "300000"]);
    expect((await settle(receivable)).body["code"]).to.equal("RunsNoOpenRun");
  });

  it("shows a run to obligor and bank whole, to who is paid its part, to others not", async () => {
    const { receivable, certificate } = await dueIn(1);
    const framework = { until: await stack.instantIn(9 * DAY), framework: id("framework") };
    const standing = `/v1/standing-acceptances/${stack.who.tierOne.id}`;
    expect((await stack.write("tierTwo", "PUT", standing, framework)).status).to.equal(200);
    const passed = await stack.as("tierOne").post(`/v1/certificates/${certificate}/transfers`, {
      to: stack.who.tierTwo.id,
      valueMinor: "400000",
      tradeReference: id("trade"),
    });
    expect(passed.status, JSON.stringify(passed.body)).to.be.lessThan(300);
    await stack.pass(DAY);
    const { body } = await instruct(receivable);
    await attest(stack, body["instruction"]);
    await settle(receivable);
    const detail = await stack.as("obligor").get(`/v1/receivables/${receivable}`);
    const { runs } = detail.body["settlement"] as { runs: { run: string }[] };
    const path = `/v1/settlement-runs/${runs[0]?.run}`;
    expect((await stack.as("bank").get(path)).body["legs"]).to.have.length(2);
    expect((await stack.as("auditor").get(path)).body["legs"]).to.have.length(2);
    expect((await stack.as("tierTwo").get(path)).body["legs"]).to.have.length(1);
    expect((await stack.as("otherBank").get(path)).status).to.equal(403);
    const undelivered = { certificate, documentDigest: id("account closed") };
    const told = `${path}/undelivered-legs`;
    expect((await stack.as("otherBank").post(told, undelivered)).body["code"]).to.equal(
      "RunsNotBank",
    );
    const recorded = await stack.as("bank").post(told, undelivered);
    expect(recorded.status).to.equal(201);
    const states = (recorded.body["legs"] as { state: string }[]).map(({ state }) => state);
    expect(states).to.include("undelivered");
  });

  it("marks what is unpaid after the grace period, and clears it when it is paid late with interest", async () => {
    const { receivable, certificate } = await dueIn(2);
    const mark = `/v1/receivables/${receivable}/overdue-marks`;
    expect((await stack.as("tierTwo").post(mark, {})).body["code"]).to.equal("RunsNotOverdue");
    await stack.pass(8 * DAY);
    const marked = await stack.as("tierTwo").post(mark, {});
    expect(marked.status).to.equal(200);
    expect(marked.body["overdueSince"]).to.be.a("string");
    expect((await stack.as("tierTwo").post(mark, {})).body["code"]).to.equal("RunsAlreadyOverdue");
    const early = await stack.write("tierTwo", "DELETE", mark);
    expect(early.body["code"]).to.equal("RunsStillUnpaid");
    const { body } = await instruct(receivable);
    await attest(stack, body["instruction"]);
    const settled = await settle(receivable);
    expect(settled.body).to.deep.include({ overdueSince: null, state: "discharged" });
    const interest = `/v1/certificates/${certificate}/late-interest-instructions`;
    const asked = { bank: stack.who.bank.id, expiresAt: await stack.instantIn(DAY) };
    expect((await stack.as("tierTwo").post(interest, asked)).body["code"]).to.equal("RunsNotParty");
    const instructed = await stack.as("tierOne").post(interest, asked);
    // 6 days late at 5 basis points a day of 10,000.00.
    expect(instructed.body).to.deep.include({ kind: "late-interest", amountMinor: "3000" });
    expect((await attest(stack, instructed.body["instruction"])).body["state"]).to.equal("paid");
  });

  it("pays in part, records what is too much, and needs a run to settle", async () => {
    const { receivable } = await dueIn(1);
    await stack.pass(DAY);
    expect((await settle(receivable)).body["code"]).to.equal("RunsNoOpenRun");
    const { body } = await instruct(receivable, "400000");
    await attest(stack, body["instruction"]);
    expect((await settle(receivable)).body).to.deep.include({ closed: true, state: "accepted" });
    const rest = await instruct(receivable, "700000");
    await attest(stack, rest.body["instruction"]);
    expect((await settle(receivable)).body["state"]).to.equal("discharged");
    const excess = await stack.as("bank").get("/v1/unmatched-payments");
    expect(excess.body).to.have.deep.nested.include({
      "items[0].excess": true,
      "items[0].amountMinor": "100000",
    });
  });

  it("queues a payment behind an open run, and no longer once nothing is left for it", async () => {
    const { receivable } = await dueIn(1);
    await stack.pass(DAY);
    const [whole, more] = [await instruct(receivable), await instruct(receivable, "50000")];
    await attest(stack, whole.body["instruction"]);
    await attest(stack, more.body["instruction"]);
    const queued = async () => {
      const { body } = await stack.as("obligor").get(`/v1/receivables/${receivable}`);
      return (body["settlement"] as { queued: unknown[] }).queued;
    };
    expect(await queued()).to.have.length(1);
    const settled = await settle(receivable);
    expect(settled.body).to.deep.include({ state: "discharged", queuedPayments: 0 });
    expect(await queued()).to.have.length(0);
  });

  it("needs the obligor's role, a positive amount and a time that the ledger knows", async () => {
    const { receivable } = await dueIn(1);
    const path = `/v1/receivables/${receivable}/settlements`;
    const good = {
      amountMinor: "1",
      bank: stack.who.bank.id,
      expiresAt: await stack.instantIn(DAY),
    };
    expect((await stack.as("tierOne").post(path, good)).status).to.equal(403);
    for (const bad of [{ amountMinor: "0" }, { expiresAt: "tomorrow" }, { amountMinor: 1 }]) {
      expect((await stack.as("obligor").post(path, { ...good, ...bad })).status).to.equal(400);
    }
  });
});
