import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const root = fileURLToPath(new URL("../../", import.meta.url));
const samples = join(root, "test/fixtures/documents");

type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function tally(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "scripts/tally.ts", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("tally", function () {
  this.timeout(60_000);
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "tallystick-tally-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("inspect prints one JSON object and ends with 0 when nothing is wrong", async () => {
    const { code, stdout, stderr } = await tally("inspect", join(samples, "invoice.xml"), "--json");
    expect(code).to.equal(0);
    expect(stderr).to.equal("");
    expect(stdout.trim().split("\n").length).to.equal(1);
    expect(JSON.parse(stdout)).to.deep.include({
      kind: "invoice",
      number: "RE-2026/0017",
      amount: { minor: "119238", currency: "EUR" },
      issued: "2026-03-01",
      due: "2026-05-30",
      problems: [],
    });
  });

  it("inspect ends with 2 when something contradicts, and says where", async () => {
    const file = join(folder, "events.json");
    writeFileSync(file, '{"type": "ObjectEvent", "eventTime": "2026-03-01T09:00:00Z"}');
    const { code, stdout } = await tally("inspect", file, "--json");
    expect(code).to.equal(2);
    const { kind, events, problems } = JSON.parse(stdout);
    expect({ kind, events }).to.deep.equal({ kind: "epcis", events: 1 });
    expect(problems.map(({ path }: { path: string }) => path)).to.include("/action");
  });

  it("inspect reads for people, without what would move their cursor", async () => {
    const file = join(folder, "odd.json");
    writeFileSync(file, '{"发票号码": "1\\u001b[31m2", "销售方名称": "甲"}');
    const { code, stdout } = await tally("inspect", file);
    expect(code).to.equal(2);
    expect(stdout).to.match(/^kind {6}e-invoice\n/);
    expect(stdout).to.match(/problems:\n/);
    expect(stdout).not.to.contain("\u001b");
  });

  it("inspect ends with 3 for no document, no file and a folder, in one sentence", async () => {
    const file = join(folder, "bomb.xml");
    writeFileSync(file, '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>');
    for (const [path, sentence] of [
      [file, /DOCTYPE/],
      [join(folder, "absent.xml"), /There is no such file\.$/m],
      [folder, /It is a folder, not a file\.$/m],
    ] as const) {
      const { code, stdout, stderr } = await tally("inspect", path, "--json");
      expect(code).to.equal(3);
      expect(stderr).to.match(sentence);
      expect(stderr.trim().split("\n").length).to.equal(1);
      expect(JSON.parse(stdout).error.code).to.equal("document-unreadable");
    }
  });

  it("lists its verbs, and refuses what is none with 1", async () => {
    const help = await tally("--help");
    expect(help.code).to.equal(0);
    expect(help.stdout).to.contain("inspect [options] <file>");
    const verb = await tally("inspect", "--help");
    expect(verb.code).to.equal(0);
    expect(verb.stdout).to.contain("--currency <code>");
    const unknown = await tally("frobnicate");
    expect(unknown.code).to.equal(1);
    expect(unknown.stdout).to.equal("");
    expect(unknown.stderr).to.contain("unknown command 'frobnicate'");
  });
});
