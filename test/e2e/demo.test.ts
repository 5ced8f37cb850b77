import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { DemoResult } from "../../scripts/demo/demoResult.ts";

const root = join(import.meta.dirname, "../..");
const fixtures = join(root, "test/fixtures/receivables");

/** Runs the demo as a person would and gives back what it printed and its exit code. */
async function demo(file: string, ...more: string[]) {
  const args = ["--import", "tsx", "scripts/demo.ts", file, "--json", ...more];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const [out, err] = [child.stdout, child.stderr].map(async (stream) => {
    let text = "";
    for await (const chunk of stream) text += String(chunk);
    return text;
  });
  const [code] = await once(child, "exit");
  return { code, out: (await out) ?? "", err: (await err) ?? "" };
}

describe("the demonstration on a table", function () {
  this.timeout(120_000);

  it("carries rows through their whole life and tells the refused ones", async () => {
    const { code, out, err } = await demo(join(fixtures, "small-life.csv"), "--replay");
    expect(code, err).to.equal(2);
    const result = JSON.parse(out) as DemoResult;
    expect(result).to.deep.include({
      rows: 10,
      rejected: 2,
      disputed: 1,
      suspended: 1,
      confirmed: 6,
      settled: 5,
      overdue: 2,
      maxTier: 3,
      conserved: true,
      faceMinor: "64638",
    });
    expect(result.problems.map(({ line, column }) => [line, column])).to.deep.equal([
      [10, "invoiceNumber"],
      [11, "InvoiceDate"],
    ]);
    expect(result.transfers).to.equal(12);
    expect(result.financed).to.equal(1);
    expect(result.transactions).to.be.greaterThan(60);
    expect(result.replay).to.deep.include({ findings: 0, isEqual: true });
  });

  it("says in a sentence that a file is no table, with exit code 3", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "tallystick-")), "not-a-table.csv");
    writeFileSync(file, "a,b\n1,2\n");
    const { code, out, err } = await demo(file);
    expect(code).to.equal(3);
    expect(out).to.equal("");
    expect(err).to.match(/column/);
    expect((await demo(join(tmpdir(), "is-not-there.csv"))).code).to.equal(3);
  });
});
