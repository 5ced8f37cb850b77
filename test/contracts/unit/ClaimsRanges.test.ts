import { expect } from "chai";
import { encodeBytes32String, id } from "ethers";
import { chain } from "../../helpers/chain.ts";
import { deployClaims } from "../../helpers/deployClaims.ts";

const { networkHelpers } = chain;

const REF = encodeBytes32String("request");
const BILL = id("bill 1");
const NONE = (1n << 72n) - 1n;

const bill = (from: bigint, to: bigint, tag = BILL, epoch = 0n) => ({ epoch, tag, from, to });

/** A bill with [10, 20) and [30, 40) claimed. */
async function twoRanges() {
  const deployed = await deployClaims();
  const { claims, claimant } = deployed;
  await claims.claimRange(claimant(1n), bill(30n, 40n), [], [NONE], REF);
  await claims.claimRange(claimant(2n), bill(10n, 20n), [], [NONE], REF);
  return { ...deployed, key: await claims.keyOf(0, BILL) };
}

describe("Claims of bill ranges", () => {
  it("announces the range and who took it", async () => {
    const { claims, claimant, key } = await networkHelpers.loadFixture(twoRanges);
    await expect(claims.claimRange(claimant(3n), bill(20n, 25n), [], [10n], REF))
      .to.emit(claims, "RangeClaimed")
      .withArgs(key, claimant(3n), 20n, 25n, REF);
  });

  it("can be walked from the lowest range to the highest", async () => {
    const { claims, claimant, key } = await networkHelpers.loadFixture(twoRanges);
    await claims.claimRange(claimant(3n), bill(0n, 10n), [], [NONE], REF);
    expect(await claims.rangeAfter(0, BILL, NONE)).to.deep.equal([0n, 10n]);
    expect(await claims.rangeAfter(0, BILL, 0n)).to.deep.equal([10n, 20n]);
    expect(await claims.rangeAfter(0, BILL, 10n)).to.deep.equal([30n, 40n]);
    expect((await claims.rangeAfter(0, BILL, 30n)).to).to.equal(0n);
    expect((await claims.rangeAfter(0, id("unused bill"), NONE)).to).to.equal(0n);
    await expect(claims.rangeAfter(0, BILL, 11n))
      .to.be.revertedWithCustomError(claims, "ClaimsWrongNeighbour")
      .withArgs(key, 11n);
  });

  it("fills a gap exactly and reaches the last minor unit", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(twoRanges);
    await claims.claimRange(claimant(3n), bill(20n, 30n), [], [10n], REF);
    await claims.claimRange(claimant(4n), bill(40n, NONE), [], [30n], REF);
    expect(await claims.rangeAfter(0, BILL, 30n)).to.deep.equal([40n, NONE]);
  });

  it("is apart for each bill", async () => {
    const { claims, claimant } = await networkHelpers.loadFixture(twoRanges);
    await claims.claimRange(claimant(3n), bill(10n, 20n, id("bill 2")), [], [NONE], REF);
    expect(await claims.rangeAfter(0, id("bill 2"), NONE)).to.deep.equal([10n, 20n]);
  });

  const overlaps: [string, bigint, bigint, bigint, bigint, bigint][] = [
    ["the same range", 10n, 20n, NONE, 10n, 20n],
    ["the same range after itself", 10n, 20n, 10n, 10n, 20n],
    ["the end of the one below", 19n, 25n, 10n, 10n, 20n],
    ["the start of the one above", 20n, 31n, 10n, 30n, 40n],
    ["the whole of the one above", 25n, 45n, 10n, 30n, 40n],
    ["the inside of one", 12n, 15n, 10n, 10n, 20n],
    ["the inside of the first", 12n, 15n, NONE, 10n, 20n],
  ];
  for (const [what, from, to, left, takenFrom, takenTo] of overlaps) {
    it(`refuses ${what}`, async () => {
      const { claims, claimant, key } = await networkHelpers.loadFixture(twoRanges);
      await expect(claims.claimRange(claimant(3n), bill(from, to), [], [left], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsRangeTaken")
        .withArgs(key, from, to, takenFrom, takenTo);
    });
  }

  const strangers: [string, bigint, bigint, bigint][] = [
    ["a start where no range begins", 22n, 24n, 11n],
    ["a range above", 22n, 24n, 30n],
    ["a range that isn't the nearest", 40n, 50n, 10n],
    ["no range although there is one below", 22n, 24n, NONE],
  ];
  for (const [what, from, to, left] of strangers) {
    it(`refuses as a neighbour ${what}`, async () => {
      const { claims, claimant, key } = await networkHelpers.loadFixture(twoRanges);
      await expect(claims.claimRange(claimant(3n), bill(from, to), [], [left], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsWrongNeighbour")
        .withArgs(key, left);
    });
  }

  it("refuses a range without a minor unit in it", async () => {
    const { claims, claimant, key } = await networkHelpers.loadFixture(twoRanges);
    for (const [from, to] of [
      [22n, 22n],
      [24n, 22n],
      [NONE, NONE],
    ] as const) {
      await expect(claims.claimRange(claimant(3n), bill(from, to), [], [10n], REF))
        .to.be.revertedWithCustomError(claims, "ClaimsEmptyRange")
        .withArgs(key, from, to);
    }
  });
});
