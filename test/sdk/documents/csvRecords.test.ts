import { expect } from "chai";
import fc from "fast-check";
import { type CsvRecord, csvRecords, decodeLines, type TextSource } from "../../../sdk/index.ts";

async function records(source: TextSource): Promise<CsvRecord[]> {
  const all: CsvRecord[] = [];
  for await (const record of csvRecords(source)) all.push(record);
  return all;
}

/** Cuts bytes into pieces at arbitrary places, also within a character or a line end. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const cell = fc
  .array(fc.constantFrom(..."ab,\"\n 钢😀;'"), { maxLength: 6 })
  .map((characters) => characters.join(""));
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 12 });
const quoted = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe("the records of a CSV document", () => {
  it("are what was written, with the line each starts on, however the bytes are cut", async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    const ends = fc.constantFrom("\n", "\r\n", "\r");
    await fc.assert(
      fc.asyncProperty(table, sizes, ends, fc.boolean(), async (rows, pieces, end, endsOpen) => {
        let line = 1;
        const expected = rows.map((cells) => {
          const record = { kind: "record", line, cells };
          line += 1 + (cells.join("").match(/\n/g)?.length ?? 0);
          return record;
        });
        const lines = rows.map((cells) => cells.map(quoted).join(","));
        const text = lines.join("\n") + (endsOpen ? "" : "\n");
        const bytes = new TextEncoder().encode(text.replaceAll("\n", end));
        expect(await records(cut(bytes, pieces))).to.deep.equal(expected);
      }),
      { numRuns: 1024 },
    );
  });

  it("lose no line to broken ones: each is read or reported, in order", async () => {
    const wild = fc
      .array(fc.constantFrom("a", ",", '"', "\n", "bc", "\r\n"), { maxLength: 60 })
      .map((parts) => parts.join(""));
    await fc.assert(
      fc.asyncProperty(wild, async (text) => {
        const found = await records([text]);
        const starts = found.map(({ line }) => line);
        expect(starts).to.deep.equal(starts.toSorted((left, right) => left - right));
        const lines = text.replaceAll("\r\n", "\n").split("\n");
        const covered = found.flatMap((record) => {
          if (record.kind === "broken") return [record.line];
          const breaks = record.cells.join("").match(/\n/g)?.length ?? 0;
          return Array.from({ length: breaks + 1 }, (_, index) => record.line + index);
        });
        expect(new Set(covered).size, "no line counts twice").to.equal(covered.length);
        for (const [index, line] of lines.entries()) {
          // What is left out is empty, or an empty cell in quotes.
          if (!covered.includes(index + 1)) expect(line.replace(/^"\s*|"$/g, "")).to.equal("");
        }
      }),
      { numRuns: 1024 },
    );
  });

  it("report the line and the cell of a quote that is never closed", async () => {
    const all = await records(['1,"2",3\n4,5,"6\n7,8\n']);
    expect(all.map(({ kind, line }) => [kind, line])).to.deep.equal([
      ["record", 1],
      ["broken", 2],
      ["record", 3],
    ]);
    expect(all[1]).to.include({ cell: 2 });
  });

  it("give up an open quote after 65,536 characters, not at the end of a long document", async () => {
    let pieces = 0;
    const source = function* (): Generator<string> {
      yield 'a,"b\n';
      for (; pieces < 5000; pieces++) yield `${pieces},${"x".repeat(90)}\n`;
    };
    const first = await csvRecords(source()).next();
    expect(first.value).to.include({ kind: "broken", line: 1, cell: 1 });
    expect(pieces).to.be.lessThan(1000);
    const all = await records(source());
    expect(all.length).to.be.greaterThan(4000);
    expect(all[1]).to.include({ kind: "record", line: 2 });
  });

  it("read a long document with a fault on every line in reasonable time", async function () {
    this.timeout(20_000);
    const all = await records(Array.from({ length: 5000 }, () => `a,b"c,${"d".repeat(60)}\n`));
    expect(all.length).to.equal(5000);
    expect(all.every(({ kind }) => kind === "broken")).to.equal(true);
    expect(all.at(-1)?.line).to.equal(5000);
  });
});

describe("decodeLines", () => {
  it("drops one byte order mark at the start and keeps any later one", async () => {
    let text = "";
    const bytes = new TextEncoder().encode("\uFEFFa\uFEFF\r");
    for await (const piece of decodeLines(cut(bytes, [1]))) text += piece;
    expect(text).to.equal("a\uFEFF\n");
  });
});
