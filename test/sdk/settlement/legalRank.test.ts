import { expect } from "chai";
import fc from "fast-check";
import { legalRank, type RankedInterest } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const ranksOf = (interests: readonly RankedInterest[]): unknown =>
  legalRank(interests).map(({ rank, basis, interests: equals }) => [
    rank,
    basis,
    equals.map(({ id }) => id),
  ]);

describe("the legal rank of competing interests (Civil Code 768)", () => {
  it("puts a later registration before an earlier notice", () => {
    const interests = [
      { id: "notice", advanced: 1n, noticedAt: 1n },
      { id: "registered", advanced: 1n, registeredAt: 99n },
    ];
    expect(ranksOf(interests)).to.deep.equal([
      [1, "registration", ["registered"]],
      [2, "notice", ["notice"]],
    ]);
  });

  it("orders the registered by registration time, whatever their notices say", () => {
    const interests = [
      { id: "late", advanced: 1n, registeredAt: 20n, noticedAt: 1n },
      { id: "early", advanced: 1n, registeredAt: 10n },
    ];
    expect(ranksOf(interests)).to.deep.equal([
      [1, "registration", ["early"]],
      [2, "registration", ["late"]],
    ]);
  });

  it("orders the unregistered by first notice, and those without one last and pro rata", () => {
    const interests = [
      { id: "silent b", advanced: 30n },
      { id: "second", advanced: 1n, noticedAt: 2n },
      { id: "silent a", advanced: 70n },
      { id: "first", advanced: 1n, noticedAt: 1n },
    ];
    expect(ranksOf(interests)).to.deep.equal([
      [1, "notice", ["first"]],
      [2, "notice", ["second"]],
      [3, "pro-rata", ["silent b", "silent a"]],
    ]);
  });

  it("lets the notice decide between equal registrations, and shares one rank after that", () => {
    const interests = [
      { id: "a", advanced: 1n, registeredAt: 5n },
      { id: "b", advanced: 1n, registeredAt: 5n, noticedAt: 7n },
      { id: "c", advanced: 1n, registeredAt: 5n },
    ];
    expect(ranksOf(interests)).to.deep.equal([
      [1, "registration", ["b"]],
      [2, "registration", ["a", "c"]],
    ]);
  });

  it("ranks everyone once, the same from any order", () => {
    const time = fc.option(fc.bigInt(0n, 4n), { nil: undefined });
    const interest = fc.record({
      id: fc.uuid(),
      advanced: fc.bigInt(0n, 100n),
      registeredAt: time,
      noticedAt: time,
    });
    const anyInterests = fc.uniqueArray(interest, { selector: ({ id }) => id, maxLength: 10 });
    const asSets = (interests: readonly RankedInterest[]): string[][] =>
      legalRank(interests).map(({ interests: equals }) => equals.map(({ id }) => id).toSorted());
    fc.assert(
      fc.property(anyInterests, (interests) => {
        const ranked = asSets(interests);
        expect(ranked.flat().length).to.equal(interests.length);
        expect(asSets(interests.toReversed())).to.deep.equal(ranked);
      }),
    );
  });

  it("refuses an interest twice and a negative advance", () => {
    const one = { id: "a", advanced: 1n };
    expectCode(() => legalRank([one, one]), "settlement-interest-invalid");
    expectCode(() => legalRank([{ id: "a", advanced: -1n }]), "settlement-negative");
    expect(legalRank([])).to.deep.equal([]);
  });
});
