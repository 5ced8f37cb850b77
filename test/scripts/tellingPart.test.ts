import { expect } from "chai";
import { tellingPart } from "../../scripts/test/tellingPart.ts";

const passed = Array.from({ length: 400 }, (_, index) => `    ✔ does what ${index} says`);

describe("What is told of a failed step", () => {
  it("is its summary of failures, and no test that passed", () => {
    const output = ["  Things", ...passed, "  400 passing (2m)", "  1 failing", "", "  1) is red"];
    expect(tellingPart(output.join("\n"))).to.equal("  1 failing\n  1) is red");
  });

  it("is its last words where it broke off without a summary", () => {
    const words = ["Unhandled promise rejection:", "", "Error: provider destroyed"];
    const told = tellingPart(["  Things", ...passed, ...words].join("\n")).split("\n");
    expect(told).to.deep.equal(["  Things", words[0], words[2]]);
  });

  it("is short, however much was said", () => {
    const said = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
    const told = tellingPart(said.join("\n")).split("\n");
    expect(told).to.have.length(60);
    expect(told.at(-1)).to.equal("line 4999");
  });
});
