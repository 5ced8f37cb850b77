import { VocabularyError } from "../errors/VocabularyError.ts";

/**
 * The number that contracts know a name by.
 *
 * @throws VocabularyError `vocabulary-name-unknown`
 *
 * @example
 * import { memberSizes, numberOf } from "@tallystick/sdk";
 *
 * numberOf(memberSizes, "small") // => 2
 */
export function numberOf<Name extends string>(names: readonly Name[], name: Name): number {
  const index = names.indexOf(name);
  if (index >= 0) return index;
  throw new VocabularyError("vocabulary-name-unknown", `"${name}" is none of ${names.join(", ")}.`);
}
