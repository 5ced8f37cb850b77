/** Where a lien that exists stands. */
export const lienStages = ["proposed", "active", "selling", "paid", "ended"] as const;
