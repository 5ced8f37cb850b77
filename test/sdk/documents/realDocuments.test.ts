import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { inspectDocument } from "../../../sdk/index.ts";

const shared =
  process.env["TALLYSTICK_DATA"] ?? new URL("../../../../shared/data", import.meta.url).pathname;

describe("documents that others made", () => {
  const kinds: readonly [string, RegExp][] = [
    ["ubl", /^(invoice|credit-note)$/],
    ["epcis", /^epcis$/],
  ];
  for (const [folder, kind] of kinds) {
    it(`are understood, every one of ${folder}, and nothing contradicts in them`, async function () {
      if (!existsSync(`${shared}/${folder}`)) return this.skip();
      const files = readdirSync(`${shared}/${folder}`);
      expect(files).not.to.deep.equal([]);
      for (const file of files) {
        const document = await inspectDocument(readFileSync(`${shared}/${folder}/${file}`));
        expect(document.kind, file).to.match(kind);
        expect(document.problems, file).to.deep.equal([]);
        expect(document.identity, file).to.match(/^(\["(invoice|credit-note)","[a-z]+:|ni:)/);
      }
    });
  }

  it("are the same invoice in two copies", async function () {
    const copies = ["guide-example1.xml", "ubl-tc434-example1.xml"].map(
      (name) => `${shared}/ubl/${name}`,
    );
    if (!copies.every((copy) => existsSync(copy))) return this.skip();
    const read = copies.map((copy) => inspectDocument(readFileSync(copy)));
    const [one, twin] = await Promise.all(read);
    expect(twin?.identity).to.equal(one?.identity);
  });
});
