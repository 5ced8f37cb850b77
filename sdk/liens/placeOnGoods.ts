import { civilDateToDay } from "../time/civilDateToDay.ts";
import { dayOf } from "../time/dayOf.ts";
import type { Interest } from "./interest.ts";
import type { PlacedInterest } from "./placedInterest.ts";

/** Days after delivery within which a purchase-money interest is to be registered (Civil Code art. 416). */
const purchaseMoneyDays = 10;

function outranks({ registeredAt, purchaseMoneyDay }: Interest): boolean {
  if (registeredAt === undefined || purchaseMoneyDay === undefined) return false;
  return dayOf(registeredAt) <= civilDateToDay(purchaseMoneyDay) + purchaseMoneyDays;
}

/**
 * Where an interest in goods, or in receipts over them, belongs: purchase money that was registered in time (Civil Code
 * art. 416), then by the time of registration or delivery (art. 414, 415; Guarantee Interpretation art. 59), then what is
 * neither. A pledge of a receipt that is neither delivered nor registered doesn't exist (art. 441).
 */
export function placeOnGoods(interest: Interest): PlacedInterest {
  const { kind, registeredAt, publicAt } = interest;
  if (registeredAt !== undefined && outranks(interest)) {
    const key = [0, registeredAt];
    return { interest, basis: "purchase-money", articles: ["Civil Code 416"], key };
  }
  const times = [registeredAt, publicAt].filter((time) => time !== undefined);
  if (times.length > 0) {
    const pledged = ["Civil Code 415", "Guarantee Interpretation 59"] as const;
    const articles = kind === "pledge" ? pledged : (["Civil Code 414"] as const);
    return { interest, basis: "publicity", articles, key: [1, Math.min(...times)] };
  }
  if (kind === "pledge") {
    const articles = ["Civil Code 441"] as const;
    return { interest, basis: "not-effective", articles, key: undefined };
  }
  return { interest, basis: "pro-rata", articles: ["Civil Code 414"], key: [2, 0] };
}
