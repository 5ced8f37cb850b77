/** What goods are, as a receipt describes them (Civil Code art. 909 (2)). */
export type GoodsDescription = {
  /** What they are: "electrolytic copper". */
  readonly variety: string;
  /** Grade, standard, inspection result. */
  readonly quality: string;
  readonly packaging: string;
  /** Packages or pieces; 0n for goods in bulk. */
  readonly pieces: bigint;
};
