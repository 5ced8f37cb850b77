import { expect } from "chai";
import { canonicalJson, inspectDocument } from "../../../sdk/index.ts";
import { inspected, refusal, sample } from "./inspectFixture.ts";

const ubl = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
const bytes = (...values: number[]) => Uint8Array.from(values);

/** A file of one byte repeated, as a stream that counts what is taken of it. */
function endless(start: string, fill: string, megabytes: number) {
  const taken = { bytes: 0 };
  async function* pieces() {
    yield new TextEncoder().encode(start);
    const piece = new TextEncoder().encode(fill.repeat(2 ** 20));
    for (let count = 0; count < megabytes; count++) {
      taken.bytes += piece.length;
      yield piece;
    }
  }
  return { taken, pieces: pieces() };
}

describe("a file that is no document", () => {
  const refused: readonly [string, Uint8Array | string, RegExp][] = [
    ["is empty", "", /^The file is empty\.$/],
    ["is text", "hello\nworld\n", /neither XML nor JSON, and no table of receivables/],
    ["is a table of something else", "a,b\n1,2\n", /no column customerID/],
    ["is binary", bytes(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2), /binary/],
    [
      "is a PDF",
      bytes(...new TextEncoder().encode("%PDF-1.7\n%"), 0xe2, 0xe3),
      /not text in UTF-8/,
    ],
    ["is in UTF-16", bytes(0xff, 0xfe, 0x3c, 0), /UTF-16/],
    ["is in UTF-16 without a mark", bytes(0x3c, 0, 0x61, 0), /binary/],
    ["is in Latin 1", bytes(0x3c, 0x61, 0x3e, 0xe9, 0x3c), /not text in UTF-8/],
    ["says that it is in Latin 1", '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', /ISO-8859-1/],
    ["is XML of another namespace", '<Invoice xmlns="urn:example"/>', /<Invoice> of urn:example/],
    ["is XML of no namespace", "<CreditNote/>", /of no namespace/],
    ["mixes namespaces", `<CreditNote xmlns="${ubl}"/>`, /<CreditNote>/],
    ["has a prefix that stands for nothing", "<u:Invoice/>", /prefix u/],
    ["has an internal subset", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /DOCTYPE/],
    ["loads a file", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', /DOCTYPE/],
    ["has a declaration in lower case", "<!doctype html><html></html>", /DOCTYPE/],
    ["has an unknown entity", "<a>&b;</a>", /not well formed \(line 1\)/],
    [
      "is XML cut off",
      sample("invoice.xml").slice(0, 2_000),
      /not well formed \(line \d+\).*cut off/,
    ],
    ["is JSON cut off", sample("events.jsonld").slice(0, 900), /begins like JSON.*cut off/],
    ["is a bare number", "42", /neither XML nor JSON/],
    ["says a thing twice", '{"a": 1, "\\u0061": 2}', /"a" twice/],
    ["holds half a character", '{"a": "\\ud800"}', /surrogate/],
    ["holds an endless number", "[1e999]", /JSON can't say/],
    ["is deep XML", "<a>".repeat(1_000_000), /nested more than 100 deep/],
    ["is deep JSON", "[".repeat(1_000_000), /nested more than 100 deep/],
    ["is deep JSON of objects", '{"a":'.repeat(500_000), /nested more than 100 deep/],
    ["has too many elements", `<a>${"<b/>".repeat(1_000_001)}</a>`, /million elements/],
    ["has too many values", `[${"0,".repeat(2_000_000)}0]`, /more than 2000000 values/],
    ["only opens comments", "<!--".repeat(1_000_000), /not well formed/],
    ["only opens tags", "<".repeat(1_000_000), /not well formed/],
    ["never closes a quote", `<a b="${"c".repeat(1_000_000)}`, /not well formed/],
  ];
  for (const [what, file, expected] of refused) {
    it(`is refused in one sentence when it ${what}`, async () => {
      const message = await refusal(file);
      expect(message).to.match(expected);
      expect(message).to.match(/^[^\n]{1,400}\.$/);
    });
  }

  it("is refused at the limit, without being read to its end", async () => {
    for (const start of [`<Invoice xmlns="${ubl}">`, "{"]) {
      const { taken, pieces } = endless(start, " ", 100);
      const error = await inspectDocument(pieces, { name: "large" }).catch((caught) => caught);
      expect(error.message).to.equal(
        "large: The file is larger than 32 MiB, the most that is read.",
      );
      expect(taken.bytes).to.be.at.most(33 * 2 ** 20);
    }
  });

  it("is refused by the size that a caller allows", async () => {
    const file = new TextEncoder().encode(sample("invoice.xml"));
    const error = await inspectDocument(file, { maximumBytes: 100 }).catch((caught) => caught);
    expect(error.code).to.equal("document-unreadable");
    expect((await inspectDocument(file, { maximumBytes: file.length })).kind).to.equal("invoice");
  });

  it("is refused when nothing but blanks comes", async () => {
    const { pieces } = endless("", "\n", 3);
    const error = await inspectDocument(pieces).catch((caught) => caught);
    expect(error.message).to.equal("The file begins with blanks only.");
  });

  it("is refused when its source breaks off", async () => {
    async function* broken() {
      yield new TextEncoder().encode("{");
      throw new Error("disk");
    }
    const error = await inspectDocument(broken()).catch((caught) => caught);
    expect(error.message).to.equal("The document could not be read to its end.");
  });
});

describe("a file that is a document", () => {
  it("may begin with a mark of the byte order, blanks and instructions", async () => {
    const text = `\uFEFF<?pi x?><!-- <a> --> ${sample("invoice.xml").replace(/^<\?xml.*\?>/, "")}`;
    await inspected(text, "invoice");
  });

  it("may hold signs that end tags in its attributes, and elements in CDATA", async () => {
    const note = `<cbc:Note a=">" b='/>'><![CDATA[${"<a>".repeat(200)}]]></cbc:Note>`.repeat(150);
    const text = sample("invoice.xml", ["  <cbc:ID>", `${note}<cbc:ID>`]);
    expect((await inspected(text, "invoice")).problems).to.deep.equal([]);
  });

  it("may come in pieces of any size", async () => {
    const file = new TextEncoder().encode(sample("invoice.xml"));
    async function* pieces() {
      for (const byte of file) yield Uint8Array.of(byte);
    }
    expect(await inspectDocument(pieces())).to.deep.equal(await inspectDocument(file));
  });

  it("is a table of receivables, with a problem for each refused row", async () => {
    const header =
      "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate";
    const rows = "acme,1,1/2/2026,2/1/2026,10.00,No,\nacme,1,1/2/2026,2/1/2026,10.00,No,";
    const table = new TextEncoder().encode(`${header}\n${rows}\n`);
    const document = await inspectDocument(table, { currency: "EUR" });
    expect(document).to.deep.include({
      kind: "receivables",
      rows: 1,
      amount: { minor: "1000", currency: "EUR" },
      problems: [
        {
          path: "line 3, invoiceNumber",
          message: "the same customer and invoice number as on line 2",
        },
      ],
    });
    expect(document.identity).to.equal(`["receivables","${document.digest}"]`);
  });

  it("keeps a thousand problems and counts the others", async () => {
    const header =
      "customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate";
    const table = new TextEncoder().encode(`${header}\n${"a,b,c,d,e,f,g\n".repeat(1_500)}`);
    const { problems } = await inspectDocument(table);
    expect(problems.length).to.equal(1_001);
    expect(problems.at(-1)).to.deep.equal({ path: "", message: "There are 500 more problems." });
  });
});

describe("the canonical form of JSON", () => {
  it("is RFC 8785's own example", () => {
    const value = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    );
    expect(canonicalJson(value)).to.equal(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts names by UTF-16 code units, as RFC 8785's example", () => {
    const names = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const value = Object.fromEntries(names.map((name) => [name, 0]));
    const sorted = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];
    expect(Object.keys(JSON.parse(canonicalJson(value))).sort()).to.deep.equal([...sorted].sort());
    expect(canonicalJson(value)).to.equal(
      `{${sorted.map((name) => `${JSON.stringify(name)}:0`).join(",")}}`,
    );
  });
});
