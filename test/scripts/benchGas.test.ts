import { expect } from "chai";
import { calldataGas } from "../../scripts/bench/gas/calldataGas.ts";
import { floorOf } from "../../scripts/bench/gas/floorOf.ts";
import { ownCosts } from "../../scripts/bench/gas/ownCosts.ts";
import type { Step } from "../../scripts/bench/gas/traceSteps.ts";

const step = (
  op: string,
  gas: number,
  gasCost: number,
  depth: number,
  stack: string[] = [],
): Step => ({
  op,
  gas,
  gasCost,
  depth,
  stack,
});

describe("The gas bench", () => {
  it("prices calldata by its bytes", () => {
    expect(calldataGas("0x")).to.equal(0);
    expect(calldataGas("0x00ff0001")).to.equal(2 * 4 + 2 * 16);
  });

  it("has the floor of a split that was worked out on paper", () => {
    expect(floorOf("0x", { freshWords: 1, changedWords: 1 })).to.equal(
      21_000 + 22_100 + 5_000 + 2_387,
    );
    expect(floorOf("0x", { freshWords: 2, changedWords: 1 })).to.equal(73_335 - 748);
    expect(
      floorOf(`0x${"ff".repeat(3)}`, { freshWords: 0, changedWords: 0, signatures: 2 }),
    ).to.equal(21_000 + 48 + 6_000 + 2_387);
  });

  it("shares what happens once among the items of a batch", () => {
    const data = `0x${"01".repeat(100)}`;
    const needed = { freshWords: 1, changedWords: 0, sharedWords: 1, items: 100 };
    expect(floorOf(data, needed)).to.equal(Math.round((21_000 + 1_600 + 5_000) / 100 + 24_487));
  });

  it("leaves out the transaction of what happens within another", () => {
    expect(floorOf("0x01", { freshWords: 2, changedWords: 0, within: true })).to.equal(
      16 + 2 * 22_100 + 2_387,
    );
  });

  it("takes from a call what the called contract did, however deep", () => {
    const other = "00000000000000000000000000000000000000aa";
    const steps = [
      step("PUSH1", 1_000, 3, 1),
      step("CALL", 997, 900, 1, ["0x0", `0x${other}`, "0x1"]),
      step("SLOAD", 700, 100, 2),
      step("STATICCALL", 600, 500, 2, ["0xbb", "0x2"]),
      step("STOP", 400, 0, 3),
      step("RETURN", 580, 2, 2),
      step("STOP", 790, 0, 1),
    ];
    expect(ownCosts(steps, "0xTO")).to.deep.equal([
      { op: "PUSH1", gas: 3, contract: "0xto" },
      { op: "SLOAD", gas: 100, contract: `0x${other}` },
      { op: "STOP", gas: 0, contract: `0x${"0".repeat(38)}bb` },
      { op: "STATICCALL", gas: 20, contract: `0x${other}` },
      { op: "RETURN", gas: 2, contract: `0x${other}` },
      { op: "CALL", gas: 997 - 790 - 122, contract: "0xto" },
      { op: "STOP", gas: 0, contract: "0xto" },
    ]);
  });
});
