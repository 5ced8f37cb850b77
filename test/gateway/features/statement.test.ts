import { expect } from "chai";
import { id } from "ethers";
import { financed } from "../helpers/financing.ts";
import { type CastName, ledgerCast } from "../helpers/ledgerCast.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { agreedEarlyPayment, attest } from "../helpers/payments.ts";
import { pledges } from "../helpers/pledges.ts";
import { issueTrade } from "../helpers/trade.ts";

const DAY = 86_400;

interface Book {
  readonly openingMinor: string;
  readonly closingMinor: string;
  readonly projectedMinor: string | null;
  readonly agrees: boolean | null;
  readonly movements: readonly {
    readonly kind: string;
    readonly amountMinor: string;
    readonly balanceMinor: string;
    readonly counterparty: { readonly name: string } | null;
    readonly reference: string | null;
  }[];
}

interface Statement {
  readonly held: Book;
  readonly owed: Book;
  readonly payments: {
    readonly items: readonly Record<string, unknown>[];
    readonly paidMinor: string;
    readonly receivedMinor: string;
  };
}

describe("A statement", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  let first: string;
  let last: string;

  const pass = async (certificate: string, valueMinor: string) => {
    const until = await stack.instantIn(10 * DAY);
    const framework = id("framework");
    const path = `/v1/standing-acceptances/${stack.who.tierOne.id}`;
    expect((await stack.write("tierTwo", "PUT", path, { until, framework })).status).to.equal(200);
    const passed = await stack.as("tierOne").post(`/v1/certificates/${certificate}/transfers`, {
      to: stack.who.tierTwo.id,
      valueMinor,
      tradeReference: framework,
    });
    expect(passed.status, JSON.stringify(passed.body)).to.equal(201);
    return String(passed.body["certificate"]);
  };

  before(async () => {
    stack = await ledgerGateway();
    first = await stack.dayIn(0);
    const due = await stack.dayIn(2);
    const settled = await issueTrade(stack, { dueDate: due, contractDueDate: due });
    const passed = await pass(settled.certificate, "400000");
    const { pledge, post, registration } = pledges(stack);
    const { body } = await pledge({ token: passed, amount: "150000" }, "tierTwo");
    const accepted = { registration: await registration() };
    const active = await post("financierA", body["lien"], "acceptance", accepted);
    expect(active.status, JSON.stringify(active.body)).to.equal(200);
    const split = await stack
      .as("tierOne")
      .post(`/v1/certificates/${settled.certificate}/splits`, { valueMinor: "100000" });
    expect(split.status).to.equal(201);
    const merged = await stack
      .as("tierOne")
      .post(`/v1/certificates/${settled.certificate}/merges`, {
        others: [split.body["certificate"]],
      });
    expect(merged.status, JSON.stringify(merged.body)).to.equal(200);
    const sold = await issueTrade(stack);
    const financing = await financed(stack, sold.certificate);
    expect(financing.status, JSON.stringify(financing.body)).to.equal(200);
    await attest(stack, financing.body["instruction"]);
    const early = await issueTrade(stack);
    const agreed = await agreedEarlyPayment(stack, early.certificate);
    await attest(stack, agreed.body["instruction"]);
    await issueTrade(stack, { amountMinor: "700000" });
    await stack.pass(2 * DAY);
    const instructed = await stack
      .as("obligor")
      .post(`/v1/receivables/${settled.receivable}/settlements`, {
        amountMinor: "1000000",
        bank: stack.who.bank.id,
        expiresAt: await stack.instantIn(5 * DAY),
      });
    expect(instructed.status, JSON.stringify(instructed.body)).to.equal(201);
    await attest(stack, instructed.body["instruction"]);
    const run = await stack
      .as("tierTwo")
      .post(`/v1/receivables/${settled.receivable}/settlement-batches`, {});
    expect(run.status, JSON.stringify(run.body)).to.equal(200);
    last = await stack.dayIn(0);
  });
  after(() => stack.close());

  const read = async (member: CastName, from = first, to = last): Promise<Statement> => {
    const path = `/v1/statements?from=${from}&to=${to}&currency=CNY`;
    const { status, body } = await stack.as(member).get(path);
    expect(status, JSON.stringify(body)).to.equal(200);
    return body as unknown as Statement;
  };

  it("adds up for every member, and closes on what the projection has", async () => {
    let moved = 0;
    for (const member of Object.keys(ledgerCast) as CastName[]) {
      const statement = await read(member);
      for (const book of [statement.held, statement.owed]) {
        const sum = book.movements.reduce(
          (total, { amountMinor }) => total + BigInt(amountMinor),
          0n,
        );
        expect(BigInt(book.openingMinor) + sum, member).to.equal(BigInt(book.closingMinor));
        expect(book.projectedMinor, member).to.equal(book.closingMinor);
        expect(book.agrees, member).to.equal(true);
        moved += book.movements.length;
      }
    }
    expect(moved).to.be.greaterThan(15);
  });

  it("opens on what the day before closed on", async () => {
    const middle = await stack.dayIn(-1);
    for (const member of ["tierOne", "tierTwo", "obligor", "financierA"] as const) {
      const [early, late] = [await read(member, first, middle), await read(member, last, last)];
      for (const book of ["held", "owed"] as const) {
        expect(late[book].openingMinor, member).to.equal(early[book].closingMinor);
        expect(early[book].agrees).to.equal(null);
      }
    }
  });

  it("of a holder says what it got, passed and sold, and was paid", async () => {
    const { held, owed, payments } = await read("tierOne");
    const kinds = held.movements.map(({ kind }) => kind);
    expect(kinds).to.include.members(["issued", "passed", "financed", "settled"]);
    expect(held.movements.find(({ kind }) => kind === "passed")).to.include({
      amountMinor: "-400000",
      reference: id("framework"),
    });
    expect(held.movements.find(({ kind }) => kind === "issued")?.counterparty?.name).to.equal(
      "Huadong Steel",
    );
    expect(owed.movements).to.deep.equal([]);
    expect(held.closingMinor).to.equal("700000");
    const amounts = payments.items.map((item) => item["amountMinor"]);
    expect(amounts).to.include.members(["970000", "990000", "600000"]);
  });

  it("of an obligor says what it came to owe and what it paid", async () => {
    const { owed, payments } = await read("obligor");
    const kinds = new Set(owed.movements.map(({ kind }) => kind));
    expect([...kinds].toSorted()).to.deep.equal(["issued", "settled"]);
    expect(owed.closingMinor).to.equal("1700000");
    const settlement = payments.items.find((item) => item["kind"] === "settlement");
    expect(settlement).to.include({ direction: "out", amountMinor: "1000000", counterparty: null });
    expect(settlement?.["bankReference"]).to.match(/^BR-/);
  });

  it("of a financier says what it bought, and what it paid for it", async () => {
    const { held, payments } = await read("financierA");
    expect(held.movements[0]).to.include({ kind: "bought", amountMinor: "1000000" });
    expect(payments.paidMinor).to.equal("970000");
  });

  it("of whom something was pledged to says what came of it at the due day, and of the holder the rest", async () => {
    const ofRun = ({ payments }: Statement) =>
      payments.items.filter(({ kind }) => kind === "settlement").map((item) => item["amountMinor"]);
    expect(ofRun(await read("financierA"))).to.deep.equal(["150000"]);
    expect(ofRun(await read("tierTwo"))).to.deep.equal(["250000"]);
  });

  it("is refused for a period that ends before it begins", async () => {
    const path = `/v1/statements?from=${last}&to=${first}&currency=CNY`;
    expect((await stack.as("tierOne").get(path)).status).to.equal(400);
  });
});
