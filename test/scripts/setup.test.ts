import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";

describe("the setup of a fresh clone", () => {
  let clone: string;

  beforeEach(() => {
    clone = mkdtempSync(join(tmpdir(), "tallystick-setup-"));
    cpSync("scripts/setup", join(clone, "scripts/setup"), { recursive: true });
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  /** Runs a module of the clone's and gives its exit code and output. */
  function run(source: string): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", source], { cwd: clone });
      let output = "";
      child.stdout.on("data", (part: Buffer) => (output += part.toString()));
      child.stderr.on("data", (part: Buffer) => (output += part.toString()));
      child.on("close", (code) => resolve({ code: code ?? 1, output }));
    });
  }

  const lock = 'import { withLock } from "./scripts/setup/withLock.mjs";';

  it("lets one command at a time install or build", async () => {
    const work = `${lock}
      import { appendFileSync } from "node:fs";
      await withLock(async () => {
        appendFileSync("log", "in ");
        await new Promise((done) => setTimeout(done, 200));
        appendFileSync("log", "out ");
      });`;
    const results = await Promise.all([run(work), run(work), run(work)]);
    expect(results.map(({ code }) => code)).to.deep.equal([0, 0, 0]);
    expect(readFileSync(join(clone, "log"), "utf8")).to.equal("in out in out in out ");
    expect(existsSync(join(clone, "cache/setup/lock"))).to.equal(false);
  });

  it("breaks the lock of a command that died", async () => {
    mkdirSync(join(clone, "cache/setup"), { recursive: true });
    writeFileSync(join(clone, "cache/setup/lock"), "999999999");
    const result = await run(`${lock} console.log(await withLock(async () => "done"));`);
    expect(result).to.deep.equal({ code: 0, output: "done\n" });
  });

  it("gives the lock back when the work fails", async () => {
    const result = await run(`${lock}
      await withLock(async () => { throw new Error("planted"); }).catch(() => undefined);
      console.log(await withLock(async () => "again"));`);
    expect(result).to.deep.equal({ code: 0, output: "again\n" });
  });

  it("sees packages that are missing or of another version", async () => {
    const edr = `node_modules/@nomicfoundation/edr-${process.platform}-${process.arch}-gnu`;
    const packages = { "node_modules/a": { version: "1.0.0" }, [edr]: { version: "1.0.0" } };
    writeFileSync(join(clone, "package-lock.json"), JSON.stringify({ packages }));
    const check =
      'import { isInstalled } from "./scripts/setup/install.mjs"; console.log(isInstalled());';
    expect((await run(check)).output).to.equal("false\n");

    mkdirSync(join(clone, "node_modules/.bin"), { recursive: true });
    writeFileSync(join(clone, "node_modules/.bin/node"), "");
    const installed = join(clone, "node_modules/.package-lock.json");
    writeFileSync(installed, JSON.stringify({ packages }));
    expect((await run(check)).output).to.equal("true\n");

    const old = { ...packages, "node_modules/a": { version: "0.9.0" } };
    writeFileSync(installed, JSON.stringify({ packages: old }));
    expect((await run(check)).output).to.equal("false\n");
  });

  it("names what it can prepare when asked for something else", async () => {
    const child = spawn(process.execPath, [join(clone, "scripts/setup/run.mjs"), "nonsense"]);
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).to.equal(1);
  });
});
