import { expect } from "chai";
import fc from "fast-check";
import { allocate, splitBasisPoints } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const amount = fc.bigInt(0n, 2n ** 96n);

describe("allocate", () => {
  it("never loses or makes a minor unit, and stays within one of the exact share", () => {
    const weightsOf = fc.array(fc.oneof(amount, fc.bigInt(0n, 3n)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(amount, weightsOf, (total, weights) => {
        const sum = weights.reduce((left, right) => left + right, 0n);
        fc.pre(sum > 0n);
        const parts = allocate(total, weights);
        expect(parts.reduce((left, right) => left + right, 0n)).to.equal(total);
        for (const [index, part] of parts.entries()) {
          // |part - total * weight / sum| < 1, without leaving the integers
          const difference = part * sum - total * (weights[index] ?? 0n);
          expect(difference > -sum && difference < sum).to.equal(true);
          if (total <= sum) expect(part <= (weights[index] ?? 0n)).to.equal(true);
        }
      }),
      { numRuns: 1024 },
    );
  });

  it("gives nothing to a weight of 0", () => {
    expect(allocate(7n, [0n, 2n, 0n, 1n, 0n])).to.deep.equal([0n, 4n, 0n, 3n, 0n]);
  });

  it("divides nothing among nobody, but refuses to lose an amount", () => {
    expect(allocate(0n, [])).to.deep.equal([]);
    expect(allocate(0n, [0n, 0n])).to.deep.equal([0n, 0n]);
    expectCode(() => allocate(1n, []), "money-weights-empty");
    expectCode(() => allocate(1n, [0n]), "money-weights-empty");
  });

  it("refuses negative figures", () => {
    expectCode(() => allocate(-1n, [1n]), "money-negative");
    expectCode(() => allocate(1n, [2n, -1n]), "money-negative");
  });
});

describe("splitBasisPoints", () => {
  it("rounds the part down and leaves the rest", () => {
    expect(splitBasisPoints(9999n, 1n)).to.deep.equal({ part: 0n, rest: 9999n });
    expect(splitBasisPoints(10000n, 1n)).to.deep.equal({ part: 1n, rest: 9999n });
    expect(splitBasisPoints(5n, 10000n)).to.deep.equal({ part: 5n, rest: 0n });
  });

  it("always adds up to the amount", () => {
    fc.assert(
      fc.property(amount, fc.bigInt(0n, 10_000n), (whole, basisPoints) => {
        const { part, rest } = splitBasisPoints(whole, basisPoints);
        expect(part + rest).to.equal(whole);
        expect(part >= 0n && rest >= 0n).to.equal(true);
      }),
    );
  });

  it("refuses a share beyond the whole and negative figures", () => {
    expectCode(() => splitBasisPoints(1n, 10_001n), "money-basis-points-out-of-range");
    expectCode(() => splitBasisPoints(1n, -1n), "money-basis-points-out-of-range");
    expectCode(() => splitBasisPoints(-1n, 1n), "money-negative");
  });
});
