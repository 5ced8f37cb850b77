import { expect } from "chai";
import fc from "fast-check";
import { type Interest, type RankInterestsParameters, rankInterests } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

type Asset = RankInterestsParameters["asset"];

const orderOf = (asset: Asset, interests: readonly Interest[]): unknown =>
  rankInterests({ asset, interests }).map(({ interest, rank, basis }) => [
    interest.id,
    rank,
    basis,
  ]);

const factoring = (id: string, its: Partial<Interest> = {}): Interest => ({
  id,
  kind: "factoring",
  amount: 1n,
  ...its,
});
const pledge = (id: string, its: Partial<Interest> = {}): Interest => ({
  ...factoring(id, its),
  kind: "pledge",
});
const mortgage = (id: string, its: Partial<Interest> = {}): Interest => ({
  ...factoring(id, its),
  kind: "mortgage",
});
/** Noon in Shanghai. */
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00+08:00`) / 1_000;

describe("the legal order of interests in a receivable", () => {
  it("puts a later registration before an earlier notice (Civil Code 768)", () => {
    const interests = [
      factoring("noticed", { noticedAt: 1 }),
      factoring("registered", { registeredAt: 99 }),
    ];
    expect(orderOf("receivable", interests)).to.deep.equal([
      ["registered", 1, "registration"],
      ["noticed", 2, "notice"],
    ]);
  });

  it("orders the registered by registration time, whatever the ledger's order says (768)", () => {
    const ranked = rankInterests({
      asset: "receivable",
      interests: [
        pledge("taken first", { registeredAt: 20, noticedAt: 1 }),
        factoring("taken second", { registeredAt: 10 }),
      ],
    });
    expect(ranked.map(({ interest, rank, chainOrder }) => [interest.id, rank, chainOrder])).to.eql([
      ["taken second", 1, 2],
      ["taken first", 2, 1],
    ]);
  });

  it("ranks pledge, factoring and assignment by one rule (Guarantee Interpretation 66)", () => {
    const interests: Interest[] = [
      { id: "assigned", kind: "assignment", amount: 1n, registeredAt: 3 },
      pledge("pledged", { registeredAt: 2 }),
      factoring("factored", { registeredAt: 1 }),
    ];
    const ranked = rankInterests({ asset: "receivable", interests });
    expect(ranked.map(({ interest }) => interest.id)).to.eql(["factored", "pledged", "assigned"]);
    expect(ranked[0]?.articles).to.eql(["Civil Code 768", "Guarantee Interpretation 66"]);
  });

  it("orders the unregistered by first notice, and the silent last in proportion (768)", () => {
    const ranked = rankInterests({
      asset: "receivable",
      interests: [
        factoring("silent b", { amount: 30n }),
        factoring("second", { noticedAt: 2 }),
        factoring("silent a", { amount: 70n }),
        factoring("first", { noticedAt: 1 }),
      ],
    });
    expect(ranked.map(({ interest, rank, share }) => [interest.id, rank, share])).to.deep.equal([
      ["first", 1, undefined],
      ["second", 2, undefined],
      ["silent b", 3, { part: 30n, of: 100n }],
      ["silent a", 3, { part: 70n, of: 100n }],
    ]);
    expect(ranked[2]?.why.en).to.equal(
      "It is neither registered nor known to the debtor or made public otherwise, so it comes last; it shares its rank with one other in proportion to what each secures (Civil Code art. 768, Guarantee Interpretation art. 66).",
    );
  });

  it("knows no pledge of a receivable that is not registered (445)", () => {
    const [first, second] = rankInterests({
      asset: "receivable",
      interests: [pledge("agreed", { noticedAt: 1 }), factoring("silent")],
    });
    expect([first?.interest.id, first?.rank]).to.eql(["silent", 1]);
    expect([second?.interest.id, second?.rank, second?.chainOrder]).to.eql([
      "agreed",
      undefined,
      1,
    ]);
    expect(second?.why).to.deep.equal({
      en: "A pledge of a receivable exists only from its registration, and it has none (Civil Code art. 445).",
      zh: "应收账款质权自办理出质登记时设立，尚未登记（民法典第445条）。",
    });
  });
});

describe("the legal order of interests in goods", () => {
  it("follows the time of registration or delivery, whichever made each public (414, 415)", () => {
    const interests = [
      mortgage("registered", { registeredAt: 20 }),
      pledge("delivered", { publicAt: 10 }),
      pledge("both", { publicAt: 30, registeredAt: 5 }),
    ];
    expect(orderOf("goods", interests)).to.deep.equal([
      ["both", 1, "publicity"],
      ["delivered", 2, "publicity"],
      ["registered", 3, "publicity"],
    ]);
  });

  it("shares between receipts over the same goods that became public at once (Interpretation 59)", () => {
    const ranked = rankInterests({
      asset: "goods",
      interests: [
        pledge("a", { amount: 2n, publicAt: 10 }),
        pledge("b", { amount: 1n, publicAt: 10 }),
      ],
    });
    expect(ranked.map(({ rank, share }) => [rank, share])).to.deep.equal([
      [1, { part: 2n, of: 3n }],
      [1, { part: 1n, of: 3n }],
    ]);
    expect(ranked[0]?.why.zh).to.contain("担保制度解释第59条");
  });

  it("puts purchase money first when it was registered within ten days of delivery (416)", () => {
    const delivered = "2026-11-01";
    const inTime = mortgage("price", {
      purchaseMoneyDay: delivered,
      registeredAt: noonOf("2026-11-11"),
    });
    const earlier = mortgage("floating", { registeredAt: noonOf("2026-01-05") });
    expect(orderOf("goods", [earlier, inTime])).to.deep.equal([
      ["price", 1, "purchase-money"],
      ["floating", 2, "publicity"],
    ]);
    const late = { ...inTime, registeredAt: noonOf("2026-11-12") };
    expect(orderOf("goods", [earlier, late])).to.deep.equal([
      ["floating", 1, "publicity"],
      ["price", 2, "publicity"],
    ]);
  });

  it("puts a mortgage that nobody could see last, and knows no such pledge (414, 441)", () => {
    const interests = [pledge("promised"), mortgage("unseen"), pledge("held", { publicAt: 9 })];
    expect(orderOf("goods", interests)).to.deep.equal([
      ["held", 1, "publicity"],
      ["unseen", 2, "pro-rata"],
      ["promised", undefined, "not-effective"],
    ]);
  });
});

describe("a legal order", () => {
  const time = fc.option(fc.integer({ min: 5, max: 9 }), { nil: undefined });
  const anyInterests = (asset: Asset) =>
    fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        kind:
          asset === "goods"
            ? fc.constantFrom("pledge" as const, "mortgage" as const)
            : fc.constantFrom("pledge" as const, "factoring" as const, "assignment" as const),
        amount: fc.bigInt(0n, 100n),
        registeredAt: time,
        noticedAt: time,
        publicAt: time,
        purchaseMoneyDay: fc.option(fc.constant("1970-01-01"), { nil: undefined }),
      }),
      { selector: ({ id }) => id, maxLength: 10 },
    );

  for (const asset of ["receivable", "goods"] as const) {
    it(`of a ${asset} holds everyone once, the same however the ledger took them`, () => {
      const ranksOf = (interests: readonly Interest[]): Record<string, number | undefined> =>
        Object.fromEntries(
          rankInterests({ asset, interests }).map(({ interest, rank }) => [interest.id, rank]),
        );
      fc.assert(
        fc.property(anyInterests(asset), (interests) => {
          const ranks = ranksOf(interests);
          expect(Object.keys(ranks).length).to.equal(interests.length);
          expect(ranksOf(interests.toReversed())).to.deep.equal(ranks);
        }),
      );
    });

    it(`of a ${asset} has ranks without a gap, whose equals' parts add up`, () => {
      fc.assert(
        fc.property(anyInterests(asset), (interests) => {
          const ranked = rankInterests({ asset, interests });
          const ranks = [...new Set(ranked.map(({ rank }) => rank))].filter((rank) => rank);
          expect(ranks).to.deep.equal(ranks.map((_, index) => index + 1));
          for (const { share, rank } of ranked) {
            if (share === undefined) continue;
            const equals = ranked.filter((other) => other.rank === rank);
            const parts = equals.reduce((sum, each) => sum + (each.share?.part ?? 0n), 0n);
            expect(parts).to.equal(share.of);
          }
        }),
      );
    });

    it(`of a ${asset} never gets worse for who registered earlier`, () => {
      const both = fc.tuple(anyInterests(asset), fc.integer({ min: 1, max: 4 }));
      fc.assert(
        fc.property(both, ([interests, by]) => {
          const [subject, ...others] = interests;
          if (subject?.registeredAt === undefined) return;
          const rankOf = (its: Interest): number =>
            rankInterests({ asset, interests: [its, ...others] }).find(
              ({ interest }) => interest.id === its.id,
            )?.rank ?? 0;
          const earlier = { ...subject, registeredAt: subject.registeredAt - by };
          expect(rankOf(earlier)).to.be.at.most(rankOf(subject));
        }),
      );
    });
  }

  it("is refused for what can't be ranked", () => {
    const rank = (asset: Asset, ...interests: Interest[]) => rankInterests({ asset, interests });
    const invalid = "settlement-interest-invalid";
    expectCode(() => rank("receivable", pledge("a"), pledge("a")), invalid);
    expectCode(() => rank("goods", factoring("a")), invalid);
    expectCode(() => rank("receivable", mortgage("a")), invalid);
    expectCode(() => rank("goods", pledge("a", { amount: -1n })), "settlement-negative");
    const undated = pledge("a", { registeredAt: 1, purchaseMoneyDay: "2026-02-30" });
    expect(() => rank("goods", undated)).to.throw();
  });
});
