import type { LedgerWord } from "./ledgerWord.ts";

/** How facts are read out of storage that was proved, or is being gathered to be proved. */
export type WordReader = {
  /** A word that the facts need. */
  read(word: LedgerWord): bigint;
  /** A word that is proved only where its proof shows nothing of anybody else; undefined without a proof. */
  readIfProved(word: LedgerWord): bigint | undefined;
};
