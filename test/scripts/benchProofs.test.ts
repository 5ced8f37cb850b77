import { expect } from "chai";
import { measureProofs } from "../../scripts/bench/proofs/measureProofs.ts";

describe("the bench of block proofs", function () {
  this.timeout(60_000);

  it("proves all of its blocks in each way, whatever the speed", () => {
    const told: string[] = [];
    const { single, batch, covered, coveredBatch } = measureProofs((line) => told.push(line), {
      signed: 3,
      long: 16,
      each: 8,
    });
    expect([single, batch].map(({ blocks, signatures }) => [blocks, signatures])).to.deep.equal([
      [3, 3],
      [3, 3],
    ]);
    expect(covered).to.include({ blocks: 16, signatures: 1 });
    expect(coveredBatch).to.include({ blocks: 16, signatures: 2 });
    expect(told).to.have.length(1);
  });
});
