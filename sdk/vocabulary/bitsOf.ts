import { numberOf } from "./numberOf.ts";

/**
 * The bit set that contracts know some names by.
 *
 * @throws VocabularyError `vocabulary-name-unknown`
 *
 * @example
 * import { bitsOf, memberRoles } from "@tallystick/sdk";
 *
 * bitsOf(memberRoles, ["obligor", "financier"]) // => 5
 */
export function bitsOf<Name extends string>(
  names: readonly Name[],
  chosen: readonly Name[],
): number {
  return chosen.reduce((bits, name) => bits | (1 << numberOf(names, name)), 0);
}
