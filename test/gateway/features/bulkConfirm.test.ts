import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { signIn } from "../helpers/signIn.ts";
import { tradeTerms } from "../helpers/trade.ts";

interface Outcome {
  readonly receivable: number;
  readonly state: "done" | "refused";
  readonly transactionHash: string | null;
  readonly problem: { readonly code: string; readonly detail: string } | null;
}

describe("Confirming several receivables at once", function () {
  this.timeout(120_000);
  let stack: LedgerGateway;
  before(async () => {
    stack = await ledgerGateway();
  });
  after(() => stack.close());

  const registered = async (amountMinor = "100000"): Promise<number> => {
    const terms = await tradeTerms(stack, { amountMinor });
    const { status, body } = await stack.as("tierOne").post("/v1/receivables", terms);
    expect(status, JSON.stringify(body)).to.equal(201);
    return Number(body["receivable"]);
  };
  const itemsOf = async (receivables: readonly number[]) => {
    const acceptBy = await stack.instantIn(86_400);
    return receivables.map((receivable) => ({ receivable, acceptBy }));
  };
  const outcomesOf = (body: Record<string, unknown>) => body["items"] as readonly Outcome[];

  it("names every item, done or refused and why, in the order of the request", async () => {
    const [one, two, three] = [await registered(), await registered(), await registered()];
    await stack.as("obligor").post(`/v1/receivables/${two}/voiding`, {});
    const items = await itemsOf([one, two, 4_000_000, three]);
    const { status, body } = await stack
      .as("obligor")
      .post("/v1/receivables/confirmations", { items });
    expect(status).to.equal(200);
    const outcomes = outcomesOf(body);
    expect(outcomes.map(({ receivable }) => receivable)).to.deep.equal([
      one,
      two,
      4_000_000,
      three,
    ]);
    expect(outcomes.map(({ state }) => state)).to.deep.equal([
      "done",
      "refused",
      "refused",
      "done",
    ]);
    for (const { state, problem } of outcomes) {
      if (state === "refused") expect(problem?.detail).to.be.a("string").that.is.not.empty;
    }
  });

  it("repeats nothing when its answer was lost, whichever item was refused", async () => {
    const [one, two, three] = [await registered(), await registered(), await registered()];
    await stack.as("obligor").post(`/v1/receivables/${two}/voiding`, {});
    const body = { items: await itemsOf([one, two, three]) };
    const key = randomUUID();
    const path = "/v1/receivables/confirmations";
    const first = await stack.as("obligor").post(path, body, key);
    // As a gateway leaves it that dies after its transactions and before its answer.
    await stack.database.query(
      `UPDATE local.request SET state = 'open', answer_status = NULL, answer_body = NULL
       WHERE idempotency_key = $1`,
      [key],
    );
    const again = await stack.as("obligor").post(path, body, key);
    expect(again.headers.get("idempotency-replayed")).to.equal(null);
    expect(outcomesOf(again.body)).to.deep.equal(outcomesOf(first.body));
    const [sent] = await stack.database.query<{ n: bigint }>(
      "SELECT count(*) AS n FROM local.outbox WHERE idempotency_key = $1",
      [key],
    );
    expect(sent?.n).to.equal(2n);
  });

  it("is weighed by its sum, and waits for a second person as one", async () => {
    const rule = { operations: ["confirming"], limits: { CNY: "150000" } };
    expect((await stack.as("obligor").post("/v1/approval-rules", rule)).status).to.equal(201);
    const [one, two] = [await registered(), await registered()];
    const single = await stack
      .as("obligor")
      .post(`/v1/receivables/${one}/confirmation`, { acceptBy: await stack.instantIn(86_400) });
    expect(single.status).to.equal(200);
    const three = await registered();
    const held = await stack
      .as("obligor")
      .post("/v1/receivables/confirmations", { items: await itemsOf([two, three]) });
    expect(held.body["state"]).to.equal("awaiting-approval");
    const second = await signIn(stack.url, "Huadong Steel", "second person");
    const waiting = await second.get(`/v1/approvals/${held.body["approval"]}`);
    expect(waiting.body["amounts"]).to.deep.equal([{ currency: "CNY", amountMinor: "200000" }]);
    const parties = waiting.body["parties"] as { name: string }[];
    expect(parties.map(({ name }) => name)).to.deep.equal(["Lianyun Bearings"]);
    const { body } = await second.get("/v1/overview");
    const tasks = body["tasks"] as { task: string; count: number }[];
    expect(tasks.find(({ task }) => task === "approve-requests")?.count).to.equal(1);
    const own = (await stack.as("obligor").get("/v1/overview")).body["tasks"] as typeof tasks;
    expect(own.find(({ task }) => task === "approve-requests")?.count).to.equal(0);
    const done = await second.post(`/v1/approvals/${held.body["approval"]}/approval`, {});
    expect(done.body["state"], JSON.stringify(done.body)).to.equal("done");
    const result = done.body["result"] as { body: { items: Outcome[] } };
    expect(result.body.items.map(({ state }) => state)).to.deep.equal(["done", "done"]);
  });
});
