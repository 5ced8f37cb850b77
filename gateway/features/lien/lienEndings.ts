/** How a lien ended. */
export const lienEndings = [
  "refused",
  "withdrawn",
  "expired",
  "released",
  "settled",
  "enforced",
  "goods-left",
  "goods-replaced",
] as const;
