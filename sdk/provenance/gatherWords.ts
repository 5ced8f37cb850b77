import type { LedgerWord } from "./ledgerWord.ts";
import type { WordReader } from "./wordReader.ts";

class MissingWord extends Error {
  override name = "MissingWord";
  readonly word: LedgerWord;

  constructor(word: LedgerWord) {
    super(word.name);
    this.word = word;
  }
}

/** What work made of the words it asked for, and which ones these were. */
export type GatheredWords<Result> = {
  readonly result: Result;
  readonly words: readonly LedgerWord[];
};

/**
 * Runs work that reads words synchronously, fetching what it misses and running it again, until it misses nothing. So what an
 * export gathers is what a verification will need, by the same code.
 *
 * @param fetchWord what a word holds
 * @param optional words beside it whose proof may be shown
 */
export async function gatherWords<Result>(
  fetchWord: (word: LedgerWord) => Promise<bigint>,
  optional: readonly LedgerWord[],
  work: (reader: WordReader) => Result,
): Promise<GatheredWords<Result>> {
  const known = new Map<string, bigint>();
  for (;;) {
    const read = new Map<string, LedgerWord>();
    const reader: WordReader = {
      read(word) {
        read.set(word.slot, word);
        const value = known.get(word.slot);
        if (value === undefined) throw new MissingWord(word);
        return value;
      },
      readIfProved(word) {
        return optional.some(({ slot }) => slot === word.slot) ? reader.read(word) : undefined;
      },
    };
    try {
      return { result: work(reader), words: [...read.values()] };
    } catch (error) {
      if (!(error instanceof MissingWord)) throw error;
      known.set(error.word.slot, await fetchWord(error.word));
    }
  }
}
