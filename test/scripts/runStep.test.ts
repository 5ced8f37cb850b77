import { expect } from "chai";
import { runStep } from "../../scripts/test/runStep.ts";

/** A step that runs a line of JavaScript. */
function script(line: string): { name: string; command: [string, ...string[]] } {
  return { name: "planted", command: [process.execPath, "-e", line] };
}

describe("a step of the tests", () => {
  const quiet = console.error;
  before(() => {
    console.error = () => undefined;
  });
  after(() => {
    console.error = quiet;
  });

  it("passes or fails as one thing by its exit code", async () => {
    expect(await runStep(script(""))).to.deep.equal({ passed: 1, failed: 0, skipped: 0 });
    expect(await runStep(script("process.exit(3)"))).to.include({ passed: 0, failed: 1 });
  });

  it("fails when its command does not exist", async () => {
    const counts = await runStep({ name: "absent", command: ["./no-such-command"] });
    expect(counts).to.deep.equal({ passed: 0, failed: 1, skipped: 0 });
  });

  it("counts what Mocha's reporter wrote", async () => {
    const line =
      'require("fs").writeFileSync(process.env.TALLYSTICK_TEST_COUNTS, ' +
      "JSON.stringify({ passed: 5, failed: 2, skipped: 1 })); process.exit(1)";
    const counts = await runStep({ ...script(line), count: "mocha" });
    expect(counts).to.deep.equal({ passed: 5, failed: 2, skipped: 1 });
  });

  it("counts what Hardhat's Solidity tests print", async () => {
    const line = 'console.log("  12 passing\\n  1 failing\\n  2 skipped"); process.exit(1)';
    const counts = await runStep({ ...script(line), count: "solidity" });
    expect(counts).to.deep.equal({ passed: 12, failed: 1, skipped: 2 });
  });

  it("counts the proofs of every contract that halmos names", async () => {
    const line = 'console.log("Symbolic test result: 7 passed; 0 failed; time: 1s\\n".repeat(2))';
    const counts = await runStep({ ...script(line), count: "halmos" });
    expect(counts).to.deep.equal({ passed: 14, failed: 0, skipped: 0 });
  });

  it("fails when a runner breaks after its tests passed, or ran none", async () => {
    const broken = await runStep({
      ...script('console.log("3 passing"); process.exit(1)'),
      count: "solidity",
    });
    expect(broken).to.deep.equal({ passed: 3, failed: 1, skipped: 0 });
    const none = await runStep({ ...script('console.log("0 passing")'), count: "solidity" });
    expect(none.failed).to.equal(1);
  });

  it("is ended, with what it started, when its minutes are over", async () => {
    const line = 'require("child_process").spawn("sleep", ["60"]); setTimeout(() => {}, 60000)';
    const counts = await runStep({ ...script(line), minutes: 0.02 });
    expect(counts.failed).to.equal(1);
  });
});
