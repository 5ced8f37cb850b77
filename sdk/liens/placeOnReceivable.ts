import type { Interest } from "./interest.ts";
import type { PlacedInterest } from "./placedInterest.ts";

const never = Number.POSITIVE_INFINITY;

/**
 * Where an interest in a receivable belongs. Civil Code art. 768, which Guarantee Interpretation art. 66 applies across
 * factoring, pledge and assignment; a pledge exists only from its registration (art. 445).
 */
export function placeOnReceivable(interest: Interest): PlacedInterest {
  const { kind, registeredAt, noticedAt } = interest;
  const articles = ["Civil Code 768", "Guarantee Interpretation 66"] as const;
  if (registeredAt !== undefined) {
    const key = [registeredAt, noticedAt ?? never];
    return { interest, basis: "registration", articles, key };
  }
  if (kind === "pledge") {
    return { interest, basis: "not-effective", articles: ["Civil Code 445"], key: undefined };
  }
  const basis = noticedAt === undefined ? "pro-rata" : "notice";
  return { interest, basis, articles, key: [never, noticedAt ?? never] };
}
