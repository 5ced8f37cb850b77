import { expect } from "chai";
import { inspected, paths, sample } from "./inspectFixture.ts";

const identity = '["e-invoice","26442000000012345678"]';

/** A sample in JSON with other values; undefined takes one away. */
async function changed(name: string, changes: Readonly<Record<string, unknown>>) {
  const value: Record<string, unknown> = { ...JSON.parse(sample(name)), ...changes };
  return inspected(JSON.stringify(value), "e-invoice");
}

describe("a Chinese e-invoice", () => {
  it("is the same one in Chinese JSON, English JSON and the tax administration's XML", async () => {
    for (const name of ["e-invoice.json", "e-invoice-twin.json", "e-invoice.xml"]) {
      const { kind, number, digest, ...facts } = await inspected(sample(name), "e-invoice");
      expect(number?.replaceAll(" ", "")).to.equal("26442000000012345678");
      expect(digest).to.match(/^0x[0-9a-f]{64}$/);
      expect(facts).to.deep.equal({
        identity,
        seller: { name: "甲轧钢有限公司", id: "91110108551385082Q", scheme: "uscc" },
        buyer: { name: "乙汽车股份有限公司", id: "91350100M000100Y43", scheme: "uscc" },
        amount: { minor: "113000", currency: "CNY" },
        issued: "2026-03-01",
        due: null,
        code: null,
        problems: [],
      });
    }
  });

  it("of the old kind is unique under its code", async () => {
    const document = await inspected(sample("vat-invoice.json"), "e-invoice");
    expect(document.identity).to.equal('["vat-invoice","3100193130","04459876"]');
    expect(document.code).to.equal("3100193130");
    expect(document.problems).to.deep.equal([]);
  });

  const wrong: readonly [string, string, Record<string, unknown>, string[]][] = [
    ["a number of 19 digits", "e-invoice.json", { 发票号码: "2644200000001234567" }, ["/发票号码"]],
    [
      "a number of another year",
      "e-invoice.json",
      { 发票号码: "25442000000012345678" },
      ["/发票号码"],
    ],
    ["a missing number", "e-invoice.json", { 发票号码: undefined }, ["/number"]],
    ["a code beside 20 digits", "e-invoice.json", { 发票代码: "3100193130" }, ["/发票代码"]],
    [
      "8 digits without a code",
      "vat-invoice.json",
      { invoiceCode: undefined, kind: "e-invoice" },
      ["/invoiceNumber"],
    ],
    ["a code of 11 digits", "vat-invoice.json", { invoiceCode: "31001931301" }, ["/invoiceCode"]],
    [
      "a wrong check character",
      "e-invoice.json",
      { "销售方统一社会信用代码/纳税人识别号": "91110108551385082R" },
      ["/销售方统一社会信用代码/纳税人识别号"],
    ],
    [
      "a missing seller's number",
      "e-invoice.json",
      { "销售方统一社会信用代码/纳税人识别号": undefined },
      ["/seller"],
    ],
    ["a missing buyer", "vat-invoice.json", { buyerName: undefined }, ["/buyer"]],
    [
      "amount and tax that don't add up",
      "e-invoice.json",
      { 合计税额: "130.01" },
      ["/价税合计（小写）"],
    ],
    ["a fraction of a fen", "vat-invoice.json", { totalAmount: "1130.001" }, ["/totalAmount"]],
    ["a negative total", "vat-invoice.json", { totalAmount: "-1130.00" }, ["/totalAmount"]],
    ["a total that is none", "vat-invoice.json", { totalAmount: "much" }, ["/totalAmount"]],
    ["a missing total", "vat-invoice.json", { totalAmount: undefined }, ["/amount"]],
    ["an unknown currency", "vat-invoice.json", { currency: "RMB" }, ["/currency"]],
    ["a date that is none", "vat-invoice.json", { issueDate: "2019-13-07" }, ["/issueDate"]],
    ["a missing date", "vat-invoice.json", { issueDate: undefined }, ["/issued"]],
    ["a due date before it", "vat-invoice.json", { dueDate: "2019-05-06" }, ["/dueDate"]],
  ];
  for (const [what, name, changes, expected] of wrong) {
    it(`has a problem with ${what}, and still an identity`, async () => {
      const document = await changed(name, changes);
      expect(paths(document)).to.deep.equal(expected);
      expect(document.identity).to.match(/^\["(e-|vat-)?invoice",/);
    });
  }

  it("has no number that JSON has rounded", async () => {
    const text = sample("e-invoice.json", ['"26442000000012345678"', "26442000000012345678"]);
    const document = await inspected(text, "e-invoice");
    expect(paths(document)).to.deep.equal(["/发票号码"]);
    expect(document.identity).to.contain(document.digest);
  });

  it("has a problem when its lines don't add up, or its two numbers differ", async () => {
    const lines = await inspected(sample("e-invoice.xml", ["400.00", "401.00"]), "e-invoice");
    expect(paths(lines)).to.deep.equal([
      "/EInvoice/EInvoiceData/BasicInformation/TotalAmWithoutTax",
    ]);
    const numbers = await inspected(
      sample("e-invoice.xml", ["5678</EIid>", "5679</EIid>"]),
      "e-invoice",
    );
    expect(paths(numbers)).to.deep.equal(["/EInvoice/Header/EIid"]);
    expect(numbers.identity).to.equal(identity);
  });
});

describe("JSON of no kind that is known", () => {
  it("is identified by its canonical digest", async () => {
    const one = await inspected('{"b": [1.0, 2e1], "a": "\\u00e9"}', "json");
    const twin = await inspected('{\n\t"a": "é",\n\t"b": [1, 20.00]\n}', "json");
    expect(twin).to.deep.equal(one);
    expect(one.identity).to.equal(`["json","${one.digest}"]`);
    expect(one.problems).to.deep.equal([]);
    const other = await inspected('{"b": [20, 1], "a": "é"}', "json");
    expect(other.digest).not.to.equal(one.digest);
  });

  it("may have an invoice number without being a Chinese e-invoice", async () => {
    await inspected(
      '{"invoiceNumber": "INV-17", "totalAmount": 5, "issueDate": "2026-03-01"}',
      "json",
    );
  });
});
