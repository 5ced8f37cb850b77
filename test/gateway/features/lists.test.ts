import { expect } from "chai";
import { type Client, client } from "../helpers/client.ts";
import { type LedgerGateway, ledgerGateway } from "../helpers/ledgerGateway.ts";
import { issueTrade, type Trade } from "../helpers/trade.ts";

type Item = Readonly<Record<string, unknown>>;

describe("Lists", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  let tierOne: Client;
  const trades: Trade[] = [];
  before(async () => {
    stack = await ledgerGateway();
    tierOne = stack.as("tierOne");
    const amounts = ["300000", "100000", "200000", "100000", "200000"];
    for (const [index, amountMinor] of amounts.entries()) {
      const dueDate = await stack.dayIn(30 + (index % 2));
      trades.push(await issueTrade(stack, { amountMinor, dueDate }));
    }
  });
  after(() => stack.close());

  const itemsOf = async (path: string, by = tierOne) => {
    const { status, body } = await by.get(path);
    expect(status, JSON.stringify(body)).to.equal(200);
    return { items: body["items"] as Item[], next: body["next"] as string | null };
  };
  const paged = async (path: string, by = tierOne): Promise<Item[]> => {
    const all: Item[] = [];
    for (let after = ""; ; ) {
      const { items, next } = await itemsOf(`${path}&limit=1${after}`, by);
      all.push(...items);
      if (next === null) return all;
      after = `&after=${next}`;
    }
  };
  const csv = async (path: string, by = tierOne, headers: Record<string, string> = {}) => {
    const answer = await by.get(path, headers);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return { answer, lines: String(answer.body["text"]).split("\r\n") };
  };

  it("give every item once on pages of one, whichever way they are sorted", async () => {
    for (const sort of ["receivable", "dueDate", "amountMinor", "registeredAt"]) {
      for (const direction of ["", "-"]) {
        const path = `/v1/receivables?sort=${direction}${sort}`;
        const items = await paged(path);
        expect(items).to.deep.equal((await itemsOf(path)).items);
        expect(new Set(items.map((item) => item["receivable"])).size).to.equal(trades.length);
        const values = items.map((item) => item[sort] as number | string);
        const key = (value: number | string) => (/^\d+$/.test(`${value}`) ? Number(value) : value);
        const ordered = values.map(key).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(values.map(key)).to.deep.equal(direction === "" ? ordered : ordered.toReversed());
      }
    }
  });

  it("refuse a cursor of another sort, another filter, another list, and one that nobody gave", async () => {
    const { next } = await itemsOf("/v1/receivables?sort=dueDate&limit=1");
    for (const path of [
      `/v1/receivables?sort=-dueDate&after=${next}`,
      `/v1/receivables?sort=dueDate&state=accepted&after=${next}`,
      `/v1/certificates?after=${next}`,
    ]) {
      const { status, body } = await tierOne.get(path);
      expect(status, path).to.equal(400);
      expect(body["detail"]).to.contain("another sort or other filters");
    }
    const decoded = Buffer.from(String(next), "base64url").toString();
    const bent = decoded.replace(/\d{4}-\d{2}-\d{2}/, "2026-99-99");
    expect(bent).to.not.equal(decoded);
    for (const cursor of ["7", "bm9uc2Vuc2U", Buffer.from(bent).toString("base64url")]) {
      const { status, body } = await tierOne.get(`/v1/receivables?sort=dueDate&after=${cursor}`);
      expect([status, body["detail"]]).to.deep.equal([
        400,
        "`after` is no `next` that a list gave.",
      ]);
    }
    expect((await tierOne.get("/v1/receivables?sort=documentRoot")).status).to.equal(400);
  });

  it("are narrowed by state, currency, due day, amount and counterparty", async () => {
    const count = async (query: string) => (await itemsOf(`/v1/receivables?${query}`)).items.length;
    expect(await count("state=accepted")).to.equal(5);
    expect(await count("state=registered")).to.equal(0);
    expect(await count("currency=EUR")).to.equal(0);
    expect(await count("amountFrom=200000")).to.equal(3);
    expect(await count("amountFrom=200000&amountTo=200000")).to.equal(2);
    expect(await count(`dueFrom=${trades[1]?.terms.dueDate}`)).to.equal(2);
    expect(await count(`dueTo=${trades[0]?.terms.dueDate}`)).to.equal(3);
    expect(await count(`counterparty=${stack.who.obligor.id}`)).to.equal(5);
    expect(await count(`counterparty=${stack.who.otherObligor.id}`)).to.equal(0);
  });

  const everyList: readonly (readonly [string, string])[] = [
    ["/v1/receivables", "receivable"],
    ["/v1/certificates", "certificate"],
    ["/v1/offers", "offer"],
    ["/v1/financings", "financing"],
    ["/v1/quotes", "quote"],
    ["/v1/payment-instructions", "instruction"],
    ["/v1/receipts", "receipt"],
    ["/v1/lots", "lot"],
    ["/v1/liens", "lien"],
    ["/v1/members", "memberId"],
  ];
  for (const [path, id] of everyList) {
    it(`can be had as CSV and sorted by every declared column: ${path}`, async () => {
      const document = (await tierOne.get("/openapi.json")).body["paths"] as Record<
        string,
        { get: { parameters: { name: string; schema: { enum?: string[] } }[] } }
      >;
      const { parameters = [] } = document[path]?.get ?? {};
      const sorts = parameters.find(({ name }) => name === "sort")?.schema.enum ?? [];
      expect(sorts).to.include.members([id, `-${id}`]);
      for (const sort of sorts) {
        const query = `?sort=${sort}`;
        const { items } = await itemsOf(`${path}${query}`);
        const { lines } = await csv(`${path}${query}&format=csv`);
        const [header = "", ...rest] = lines;
        expect(header.split(",")).to.include(id);
        expect(rest.filter((line) => line !== "")).to.have.length(items.length);
      }
    });
  }

  it("as CSV have stable columns, money twice, members by name and number, and the block", async () => {
    const { answer, lines } = await csv("/v1/certificates?sort=certificate&format=csv");
    expect(answer.headers.get("content-type")).to.contain("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).to.contain('filename="certificates.csv"');
    expect(Number(answer.headers.get("x-ledger-block"))).to.be.greaterThan(0);
    const [header = "", first = ""] = lines;
    const cells = Object.fromEntries(
      header.split(",").map((name, index) => [name, first.split(",")[index]]),
    );
    expect(cells).to.include({
      value: "3000.00",
      valueMinor: "300000",
      currency: "CNY",
      holder: "Lianyun Bearings",
      holderMemberId: String(stack.who.tierOne.id),
    });
    const accepted = await csv("/v1/certificates?sort=certificate", tierOne, {
      accept: "text/csv",
    });
    expect(accepted.lines).to.deep.equal(lines);
  });

  it("as CSV begin with a byte order mark only where it is asked for", async () => {
    const signed = await client(stack.url).send("POST", "/v1/sessions", {
      body: { member: "Lianyun Bearings" },
    });
    const headers = { authorization: `Bearer ${signed.body["token"]}` };
    const firstBytes = async (query: string) => {
      const response = await fetch(`${stack.url}/v1/members?format=csv${query}`, { headers });
      return Buffer.from(await response.arrayBuffer())
        .subarray(0, 3)
        .toString("hex");
    };
    expect(await firstBytes("&bom=true")).to.equal("efbbbf");
    expect(await firstBytes("")).to.not.equal("efbbbf");
  });

  it("as CSV hold the whole list, also where it has more items than a page", async () => {
    const more = 1_200;
    await stack.database.query(
      `INSERT INTO projected.receivable
       SELECT (jsonb_populate_record(r, jsonb_build_object('receivable_id', 10000 + g))).*
       FROM projected.receivable r, generate_series(1, $1::int4) g WHERE r.receivable_id = $2`,
      [more, trades[0]?.receivable],
    );
    try {
      const { lines } = await csv("/v1/receivables?format=csv&limit=2&sort=dueDate");
      const rows = lines.slice(1).filter((line) => line !== "");
      expect(new Set(rows.map((line) => line.split(",")[0])).size).to.equal(more + trades.length);
      expect(rows).to.have.length(more + trades.length);
    } finally {
      await stack.database.query("DELETE FROM projected.receivable WHERE receivable_id > 10000");
    }
  });

  it("as CSV show a member nothing that the list would not", async () => {
    const { lines } = await csv("/v1/receivables?format=csv", stack.as("tierThree"));
    expect(lines.filter((line) => line !== "")).to.have.length(1);
    const refused = await tierOne.get("/v1/certificates?holder=any&format=csv");
    expect([refused.status, refused.body["code"]]).to.deep.equal([403, "not-permitted"]);
  });

  it("of days and events can be had as CSV too", async () => {
    const days = await csv("/v1/obligations?format=csv", stack.as("obligor"));
    expect(days.lines[0]).to.contain("dueDate,currency,amount,amountMinor");
    const events = await csv("/v1/events?format=csv");
    const { body } = await tierOne.get("/v1/events?limit=500");
    expect(events.lines.filter((line) => line !== "")).to.have.length(
      1 + (body["events"] as Item[]).length,
    );
  });
});
