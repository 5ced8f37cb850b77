import { expect } from "chai";
import fc from "fast-check";
import { discountQuote, interestAct360, lateInterest } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const amount = fc.bigInt(0n, 2n ** 96n);

describe("late interest", () => {
  it("counts from the day after the due day to the value date inclusive, at 5 basis points", () => {
    expect(lateInterest({ pay: 10_000n, dueDay: 10, valueDay: 11 })).to.equal(5n);
    expect(lateInterest({ pay: 10_000n, dueDay: 10, valueDay: 40 })).to.equal(150n);
  });

  it("is nothing on or before the due day", () => {
    expect(lateInterest({ pay: 10_000n, dueDay: 10, valueDay: 10 })).to.equal(0n);
    expect(lateInterest({ pay: 10_000n, dueDay: 10, valueDay: 3 })).to.equal(0n);
  });

  it("rounds down once, at the end, and takes an agreed rate", () => {
    expect(lateInterest({ pay: 1_999n, dueDay: 0, valueDay: 1 })).to.equal(0n);
    expect(lateInterest({ pay: 1_999n, dueDay: 0, valueDay: 3 })).to.equal(2n);
    const agreed = { pay: 10_000n, dueDay: 0, valueDay: 2, basisPointsPerDay: 3n };
    expect(lateInterest(agreed)).to.equal(6n);
  });

  it("refuses negative figures and broken days", () => {
    expectCode(() => lateInterest({ pay: -1n, dueDay: 0, valueDay: 1 }), "settlement-negative");
    expectCode(
      () => lateInterest({ pay: 1n, dueDay: 0, valueDay: 1.5 }),
      "settlement-days-invalid",
    );
  });
});

describe("interest on actual days over 360", () => {
  it("rounds half up once, in the last step", () => {
    // 0.5 of a minor unit: 1 * 5000 bp * 360 / 360
    expect(interestAct360({ principal: 1n, annualBasisPoints: 5_000n, days: 360 })).to.equal(1n);
    expect(interestAct360({ principal: 1n, annualBasisPoints: 4_999n, days: 360 })).to.equal(0n);
    expect(interestAct360({ principal: 3n, annualBasisPoints: 5_000n, days: 360 })).to.equal(2n);
    expect(interestAct360({ principal: 0n, annualBasisPoints: 5_000n, days: 360 })).to.equal(0n);
  });

  it("is the integer nearest to the exact figure", () => {
    const rate = fc.bigInt(0n, 10_000n);
    fc.assert(
      fc.property(amount, rate, fc.nat(3_660), (principal, annualBasisPoints, days) => {
        const interest = interestAct360({ principal, annualBasisPoints, days });
        const twiceTheError =
          2n * (interest * 3_600_000n - principal * annualBasisPoints * BigInt(days));
        expect(twiceTheError > -3_600_000n && twiceTheError <= 3_600_000n).to.equal(true);
      }),
      { numRuns: 1024 },
    );
  });

  it("refuses negative figures and broken days", () => {
    const good = { principal: 1n, annualBasisPoints: 1n, days: 1 };
    expectCode(() => interestAct360({ ...good, principal: -1n }), "settlement-negative");
    expectCode(() => interestAct360({ ...good, annualBasisPoints: -1n }), "settlement-negative");
    expectCode(() => interestAct360({ ...good, days: -1 }), "settlement-days-invalid");
    expectCode(() => interestAct360({ ...good, days: 0.5 }), "settlement-days-invalid");
  });
});

describe("a discount quote", () => {
  it("states integer legs that add up", () => {
    const terms = { face: 100_000_000n, annualBasisPoints: 435n, days: 87 };
    expect(discountQuote(terms)).to.deep.equal({
      face: 100_000_000n,
      principal: 98_948_750n,
      discount: 1_051_250n,
      obligorInterest: 0n,
    });
    const shared = discountQuote({ ...terms, obligorBasisPoints: 3_333n });
    expect(shared.obligorInterest).to.equal(350_381n);
    expect(shared.principal + shared.discount).to.equal(terms.face);
    expect(shared.discount + shared.obligorInterest).to.equal(1_051_250n);
    expect(discountQuote({ ...terms, obligorBasisPoints: 10_000n }).principal).to.equal(terms.face);
  });

  it("refuses a discount that leaves no principal", () => {
    const ruinous = { face: 100n, annualBasisPoints: 10_000n, days: 360 };
    expectCode(() => discountQuote(ruinous), "settlement-discount-too-high");
    expectCode(() => discountQuote({ ...ruinous, face: 0n }), "settlement-discount-too-high");
    const beyond = { face: 100n, annualBasisPoints: 100n, days: 9, obligorBasisPoints: 10_001n };
    expectCode(() => discountQuote(beyond), "money-basis-points-out-of-range");
  });
});
