import { expect } from "chai";
import fc from "fast-check";
import { type Lien, lienWaterfall, settlementShare, settlementShares } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const sumOf = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
const values = fc.array(fc.oneof(fc.bigInt(0n, 2n ** 96n), fc.bigInt(0n, 5n)), { maxLength: 30 });

describe("shares of a settlement run", () => {
  it("add up to what was paid and never exceed a position's value", () => {
    fc.assert(
      fc.property(values, fc.bigInt(0n, 10_000n), (live, portion) => {
        const paid = (sumOf(live) * portion) / 10_000n;
        const shares = settlementShares(live, paid);
        expect(sumOf(shares)).to.equal(paid);
        for (const [index, share] of shares.entries()) {
          expect(share >= 0n && share <= (live[index] ?? 0n)).to.equal(true);
        }
      }),
      { numRuns: 1024 },
    );
  });

  it("are each position's whole value when all is paid", () => {
    expect(settlementShares([3n, 0n, 7n], 10n)).to.deep.equal([3n, 0n, 7n]);
  });

  it("come out the same one by one as all at once, in batches of any size", () => {
    fc.assert(
      fc.property(values, fc.bigInt(0n, 10_000n), (live, portion) => {
        const total = sumOf(live);
        const paid = (total * portion) / 10_000n;
        let cumulativeBefore = 0n;
        const single = live.map((value) => {
          const share = settlementShare({ paid, total, cumulativeBefore, value });
          cumulativeBefore += value;
          return share;
        });
        expect(single).to.deep.equal(settlementShares(live, paid));
      }),
    );
  });

  it("are refused for more than the live total, and for negative figures", () => {
    expectCode(() => settlementShares([1n, 2n], 4n), "settlement-overpaid");
    expectCode(() => settlementShares([], 1n), "settlement-overpaid");
    expectCode(() => settlementShares([1n, -1n], 0n), "settlement-negative");
    expectCode(() => settlementShares([1n], -1n), "settlement-negative");
    const one = { paid: 1n, total: 2n, cumulativeBefore: 0n, value: 1n };
    expectCode(() => settlementShare({ ...one, paid: 3n }), "settlement-overpaid");
    expectCode(() => settlementShare({ ...one, cumulativeBefore: 2n }), "settlement-overpaid");
    expectCode(() => settlementShare({ ...one, value: -1n }), "settlement-negative");
    expect(settlementShares([], 0n)).to.deep.equal([]);
  });
});

describe("the waterfall of a leg's liens", () => {
  const lien = (id: bigint, amount: bigint, registeredAt: bigint): Lien => ({
    id,
    amount,
    registeredAt,
  });

  it("pays the earlier registration in full before the later one gets anything", () => {
    const { liens, holder } = lienWaterfall(40n, [lien(1n, 30n, 200n), lien(2n, 30n, 100n)]);
    expect(liens).to.deep.equal([
      { id: 2n, paid: 30n, left: 0n },
      { id: 1n, paid: 10n, left: 20n },
    ]);
    expect(holder).to.equal(0n);
  });

  it("divides among equal times by cumulative floor in the order of their ids", () => {
    const equals = [lien(9n, 10n, 5n), lien(3n, 10n, 5n), lien(4n, 10n, 5n)];
    const { liens } = lienWaterfall(20n, equals);
    expect(liens.map(({ id, paid }) => [id, paid])).to.deep.equal([
      [3n, 6n],
      [4n, 7n],
      [9n, 7n],
    ]);
  });

  it("leaves the rest to the holder, and all of it without liens", () => {
    expect(lienWaterfall(50n, [lien(1n, 20n, 1n)]).holder).to.equal(30n);
    expect(lienWaterfall(50n, [])).to.deep.equal({ liens: [], holder: 50n });
    expect(lienWaterfall(0n, [lien(1n, 20n, 1n)]).liens[0]?.left).to.equal(20n);
  });

  it("conserves the pay and pays no lien more than it secures", () => {
    const anyLien = fc.record({
      id: fc.bigInt(0n, 2n ** 64n),
      amount: fc.bigInt(0n, 2n ** 96n),
      registeredAt: fc.bigInt(0n, 3n),
    });
    const anyLiens = fc.uniqueArray(anyLien, { selector: ({ id }) => id, maxLength: 12 });
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 98n), anyLiens, (pay, liens) => {
        const result = lienWaterfall(pay, liens);
        expect(sumOf(result.liens.map(({ paid }) => paid)) + result.holder).to.equal(pay);
        for (const { id, paid, left } of result.liens) {
          expect(paid + left).to.equal(liens.find((candidate) => candidate.id === id)?.amount);
          expect(paid >= 0n && left >= 0n).to.equal(true);
        }
        const firstShort = result.liens.findIndex(({ left }) => left > 0n);
        if (firstShort !== -1) expect(result.holder).to.equal(0n);
        expect(lienWaterfall(pay, liens.toReversed())).to.deep.equal(result);
      }),
      { numRuns: 1024 },
    );
  });

  it("refuses a lien twice and negative figures", () => {
    const twice = [lien(1n, 1n, 1n), lien(1n, 1n, 2n)];
    expectCode(() => lienWaterfall(1n, twice), "settlement-lien-invalid");
    expectCode(() => lienWaterfall(-1n, []), "settlement-negative");
    expectCode(() => lienWaterfall(1n, [lien(1n, -1n, 1n)]), "settlement-negative");
  });
});
