import { createReadStream, existsSync } from "node:fs";
import { expect } from "chai";
import {
  BaseError,
  DocumentUnreadableError,
  type ReceivableProblem,
  type ReceivableRow,
  readReceivablesCsv,
  type TextSource,
} from "../../../sdk/index.ts";

type Table = { rows: ReceivableRow[]; problems: ReceivableProblem[] };

async function read(source: TextSource | string, currency = "CNY"): Promise<Table> {
  const table: Table = { rows: [], problems: [] };
  const pieces = typeof source === "string" ? [source] : source;
  for await (const entry of readReceivablesCsv(pieces, { currency })) {
    if (entry.kind === "row") table.rows.push(entry);
    else table.problems.push(entry);
  }
  return table;
}

async function failure(source: TextSource | string, currency = "CNY"): Promise<BaseError> {
  try {
    await read(source, currency);
  } catch (error) {
    if (error instanceof BaseError) return error;
    throw error;
  }
  return expect.fail("the table was read");
}

const header = "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate";
const good = "acme,1,1/2/2026,2/1/2026,10.00,No,";
const fixture = new URL("../../fixtures/receivables-mixed.csv", import.meta.url);
const shared =
  process.env["TALLYSTICK_DATA"] ?? new URL("../../../../shared/data", import.meta.url).pathname;
const realTable = `${shared}/receivables/accounts-receivable.csv`;

describe("a table of receivables", () => {
  it("gives its rows, with dates in ISO form and amounts in minor units", async () => {
    const { rows } = await read(createReadStream(fixture));
    expect(rows[0]).to.deep.equal({
      kind: "row",
      line: 2,
      customerId: "ACME",
      invoiceNumber: "A-001",
      invoiceDate: "2026-02-01",
      dueDate: "2026-03-03",
      amountMinor: 123450n,
      disputed: false,
      settledDate: "2026-03-01",
    });
    expect(rows.map(({ line, invoiceNumber }) => [line, invoiceNumber])).to.deep.equal([
      [2, "A-001"],
      [3, "A-002"],
      [5, "A-001"],
      [17, "A-012"],
      [21, "A-003"],
    ]);
    expect(rows[1]).to.include({ amountMinor: 8000n, settledDate: null });
    expect(rows[2]).to.include({ customerId: "BOLT", disputed: true });
  });

  it("gives exactly one problem for each refused row, by line and column", async () => {
    const { problems } = await read(createReadStream(fixture));
    expect(problems.map(({ line, column }) => [line, column])).to.deep.equal([
      [4, "invoiceNumber"],
      [7, "InvoiceAmount"],
      [8, "InvoiceAmount"],
      [9, "InvoiceAmount"],
      [10, "InvoiceDate"],
      [11, "DueDate"],
      [12, "SettledDate"],
      [13, "invoiceNumber"],
      [14, "customerID"],
      [15, "Disputed"],
      [16, "Disputed"],
      [18, "Remark"],
      [19, "SettledDate"],
    ]);
    for (const { reason } of problems) expect(reason).to.be.a("string").and.not.empty;
  });

  it("needs only the seven columns, in any order, and no line end at its end", async () => {
    const { rows, problems } = await read(`${header}\n${good}`);
    expect([rows.length, problems.length]).to.deep.equal([1, 0]);
    expect((await read(`${header}\n`)).rows).to.deep.equal([]);
  });

  it("reads a byte order mark, CRLF and CR, and counts lines as editors do", async () => {
    for (const end of ["\r\n", "\r", "\n"]) {
      const lines = [header, "", good, "x", "", `"a\n""b""",2${good.slice(6)}`, "y,2"];
      const { rows, problems } = await read(`\uFEFF${lines.join(end)}${end}`);
      expect(rows.map(({ line }) => line)).to.deep.equal([3, 6]);
      expect(problems.map(({ line, column }) => [line, column])).to.deep.equal([
        [4, "invoiceNumber"],
        [8, "InvoiceDate"],
      ]);
    }
  });

  it("takes a customer's invoice number once, however it is spelled", async () => {
    const again = ["acme,INV-7", "ACME,inv 7", "ａｃｍｅ,ＩＮＶ７", "bolt,INV7", "acme,INV-70"];
    const rest = good.slice(6);
    const { rows, problems } = await read([header, ...again.map((row) => row + rest)].join("\n"));
    expect(rows.map(({ line }) => line)).to.deep.equal([2, 5, 6]);
    expect(problems).to.deep.equal(
      [3, 4].map((line) => ({
        kind: "problem",
        line,
        column: "invoiceNumber",
        reason: "the same customer and invoice number as on line 2",
      })),
    );
  });

  it("refuses amounts beyond what contracts hold, and those that the currency can't have", async () => {
    const withAmount = (amount: string): string =>
      `${header}\nacme,1,1/2/2026,2/1/2026,"${amount}",No,`;
    const largest = "47,223,664,828,696,452,136.95";
    expect((await read(withAmount(largest))).rows[0]?.amountMinor).to.equal(2n ** 72n - 1n);
    for (const amount of ["47223664828696452136.96", "1e5", "5 CNY", "٥"]) {
      expect((await read(withAmount(amount))).problems[0], amount).to.include({
        line: 2,
        column: "InvoiceAmount",
      });
    }
    expect((await read(withAmount("55.94"), "JPY")).problems[0]?.column).to.equal("InvoiceAmount");
    expect((await read(withAmount("5594"), "JPY")).rows[0]?.amountMinor).to.equal(5594n);
  });

  it("refuses dates after the last day that contracts can count", async () => {
    const [last, after] = ["6/6/2149", "2149-06-07"];
    const table = [
      `${header}\nacme,1,${last},${last},10.00,No,${last}`,
      `acme,2,${after},${after},10.00,No,`,
      `acme,3,${last},${last},10.00,No,${after}`,
    ].join("\n");
    const { rows, problems } = await read(table);
    expect(rows.map(({ line, dueDate }) => [line, dueDate])).to.deep.equal([[2, "2149-06-06"]]);
    expect(problems.map(({ line, column }) => [line, column])).to.deep.equal([
      [3, "InvoiceDate"],
      [4, "SettledDate"],
    ]);
  });

  it("refuses a line with a stray or open quote alone, and reads on", async () => {
    const next = good.replace(",1,", ",2,");
    const stray = 'acme,3,1/2/2026,2/1/2026,1"0,No,';
    const open = 'acme,4,1/2/2026,2/1/2026,"10,No,';
    const { rows, problems } = await read([header, good, stray, open, next].join("\n"));
    expect(rows.map(({ line }) => line)).to.deep.equal([2, 5]);
    expect(problems.map(({ line, column }) => [line, column])).to.deep.equal([
      [3, "InvoiceAmount"],
      [4, "InvoiceAmount"],
    ]);
  });

  it("is unreadable without a needed column, with it twice, or when empty", async () => {
    for (const table of ["", "\n\n", "\uFEFF", good, header.replace("Disputed", "disputed")]) {
      expect(await failure(table), JSON.stringify(table)).to.be.instanceOf(DocumentUnreadableError);
    }
    const twice = await failure(`${header},DueDate\n`);
    expect(twice).to.include({ code: "document-unreadable", exitCode: 3 });
    expect(twice.message).to.match(/more than one column DueDate/);
    expect((await failure(header.slice(0, -4))).message).to.match(/no column SettledDate/);
    expect((await failure(`"${header}\n${good}`)).message).to.match(/header can't be read/);
  });

  it("is unreadable when it isn't UTF-8 or its source fails, and says which", async () => {
    const gbk = new Uint8Array([0xbb, 0xaa, 0xb6, 0xab]);
    expect((await failure([header, "\n", gbk])).message).to.match(/not text in UTF-8/);
    expect((await failure([new Uint8Array([0xff, 0xfe, 0x63, 0])])).message).to.match(/UTF-8/);
    expect((await failure([`${header}\n`, new Uint8Array([0xe5, 0x8d])])).message).to.match(
      /UTF-8/,
    );
    const missing = await failure(createReadStream(`${fixture.pathname}.missing`));
    expect(missing).to.include({ code: "document-unreadable", exitCode: 3 });
    expect(missing.walk()).to.include({ code: "ENOENT" });
  });

  it("is not begun in a currency that doesn't exist", async () => {
    expect((await failure(`${header}\n`, "RMB")).code).to.equal("money-currency-unknown");
  });

  it("streams: an entry comes before the rest of the table is asked for", async () => {
    let asked = 0;
    const endless = async function* (): AsyncGenerator<string> {
      yield `${header}\n`;
      for (;;) yield `acme,${++asked}${good.slice(6)}\n`;
    };
    let rows = 0;
    for await (const entry of readReceivablesCsv(endless(), { currency: "CNY" })) {
      expect(entry.kind).to.equal("row");
      if (++rows === 1000) break;
    }
    expect(asked).to.be.lessThan(1010);
  });

  it("gives all of the real one", async function () {
    if (!existsSync(realTable)) return this.skip();
    const { rows, problems } = await read(createReadStream(realTable));
    expect(problems).to.deep.equal([]);
    expect(rows.length).to.equal(2466);
    expect(rows.filter(({ disputed }) => disputed).length).to.equal(561);
    expect(new Set(rows.map(({ customerId }) => customerId)).size).to.equal(100);
    expect(rows.at(-1)?.line).to.equal(2467);
  });
});
