/** ISO 4217 codes as `bytes3`. */
export const currencies = { cny: "0x434e59", usd: "0x555344", eur: "0x455552" } as const;
