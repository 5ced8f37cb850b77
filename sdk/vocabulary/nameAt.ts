import { VocabularyError } from "../errors/VocabularyError.ts";

/**
 * The name of a number that a contract answered.
 *
 * @throws VocabularyError `vocabulary-number-unknown`
 *
 * @example
 * import { nameAt, receivableStates } from "@tallystick/sdk";
 *
 * nameAt(receivableStates, 2n) // => "confirmed"
 */
export function nameAt<Name extends string>(names: readonly Name[], value: number | bigint): Name {
  const name = names[Number(value)];
  if (name !== undefined) return name;
  throw new VocabularyError(
    "vocabulary-number-unknown",
    `${value} is none of the numbers of ${names.join(", ")}.`,
  );
}
