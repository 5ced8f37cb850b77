import type { Texts } from "./texts.ts";

/** Chinese texts of financing, payment and settlement. */
export const zhFinance: Pick<Texts, "financing"> = {
  financing: {
    request: "申请融资",
    quotes: "报价",
  },
};
