import type { Quote } from "../../api/financing.ts";

/** Who bears the interest of a quote, as the name of its words. */
export function interestBearer({
  discountMinor,
  obligorInterestMinor,
}: Pick<Quote, "discountMinor" | "obligorInterestMinor">): "byHolder" | "byObligor" | "byBoth" {
  if (obligorInterestMinor === "0") return "byHolder";
  return discountMinor === "0" ? "byObligor" : "byBoth";
}
