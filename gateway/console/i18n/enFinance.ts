/** English texts of financing, payment and settlement. */
export const enFinance = {
  financing: {
    request: "Ask for financing",
    quotes: "Quotes",
  },
} as const;
