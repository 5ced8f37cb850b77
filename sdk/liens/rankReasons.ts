import { formatRfc3339 } from "../time/formatRfc3339.ts";
import type { PlacedInterest } from "./placedInterest.ts";
import type { Article, RankBasis, RankedInterest } from "./rankedInterest.ts";

type Reason = RankedInterest["why"];

function articlesIn(articles: readonly Article[]): Reason {
  const en = articles.join(", ").replaceAll(/ (\d+)/g, " art. $1");
  const zh = articles
    .map((article) =>
      article
        .replace(/^Civil Code (\d+)$/, "民法典第$1条")
        .replace(/^Guarantee Interpretation (\d+)$/, "担保制度解释第$1条"),
    )
    .join("、");
  return { en, zh };
}

const at = (time: number | undefined): string => (time === undefined ? "" : formatRfc3339(time));

const reasons: Readonly<Record<RankBasis, (placed: PlacedInterest) => Reason>> = {
  "purchase-money": ({ interest }) => ({
    en: `it secures the price of goods delivered on ${interest.purchaseMoneyDay} and was registered at ${at(interest.registeredAt)}, within ten days of delivery, so it outranks other security in them`,
    zh: `担保标的物价款，标的物于${interest.purchaseMoneyDay}交付，于${at(interest.registeredAt)}登记，在交付后十日内，优先于其他担保物权`,
  }),
  registration: ({ interest }) => ({
    en: `it was registered at ${at(interest.registeredAt)}: registered interests come before unregistered ones, by the time of registration`,
    zh: `于${at(interest.registeredAt)}登记：已登记的先于未登记的，按登记时间先后`,
  }),
  notice: ({ interest }) => ({
    en: `it is not registered, and its first notice reached the debtor at ${at(interest.noticedAt)}: unregistered interests follow the time of notice`,
    zh: `未登记，转让通知最先于${at(interest.noticedAt)}到达债务人：均未登记的按通知到达先后`,
  }),
  publicity: ({ interest: { registeredAt, publicAt } }) => {
    const delivered = publicAt !== undefined && publicAt <= (registeredAt ?? publicAt);
    return delivered
      ? {
          en: `the goods came under the creditor's control at ${at(publicAt)}: security in goods follows the time of registration or delivery`,
          zh: `于${at(publicAt)}背书、签章并交付：按登记、交付的公示时间先后`,
        }
      : {
          en: `it was registered at ${at(registeredAt)}: security in goods follows the time of registration or delivery`,
          zh: `于${at(registeredAt)}登记：按登记、交付的公示时间先后`,
        };
  },
  "pro-rata": () => ({
    en: "it is neither registered nor known to the debtor or made public otherwise, so it comes last",
    zh: "既未登记也未通知或以其他方式公示，排在最后",
  }),
  "not-effective": ({ articles }) =>
    articles.includes("Civil Code 445")
      ? {
          en: "a pledge of a receivable exists only from its registration, and it has none",
          zh: "应收账款质权自办理出质登记时设立，尚未登记",
        }
      : {
          en: "a pledge of a receipt exists from endorsement with the custodian's signature and delivery, or from registration, and it has neither",
          zh: "仓单质权自背书经保管人签章并交付或者办理出质登记时设立，均未完成",
        },
};

/** Why an interest stands where it does, with the articles; it may share its rank with `equals` others. */
export function rankReasons(placed: PlacedInterest, equals: number): Reason {
  const { en, zh } = reasons[placed.basis](placed);
  const articles = articlesIn(placed.articles);
  const others = equals === 1 ? "one other" : `${equals} others`;
  const equal =
    equals === 0
      ? { en: "", zh: "" }
      : {
          en: `; it shares its rank with ${others} in proportion to what each secures`,
          zh: `；与另外${equals}项同一顺位，按债权比例受偿`,
        };
  return {
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}${equal.en} (${articles.en}).`,
    zh: `${zh}${equal.zh}（${articles.zh}）。`,
  };
}
