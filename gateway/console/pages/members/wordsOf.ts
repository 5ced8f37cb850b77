/** Pairs of a vocabulary's names and their words, in the order of the texts. */
export function wordsOf<Name extends string>(
  words: Readonly<Record<Name, string>>,
): readonly (readonly [Name, string])[] {
  return Object.entries(words) as [Name, string][];
}
