// Characters without a meaning that two gateways would agree on: unassigned ones (another Unicode
// version may fold them), private ones and halves of surrogate pairs.
const withoutMeaning = /[\p{Cn}\p{Co}\p{Cs}]/u;

// Folding settles in two passes for assigned text; the bound is only a fence.
const mostPasses = 8;

/**
 * Folds the spellings of a text into one: compatibility forms (NFKC), capitals, and nothing that
 * `drop` matches. The result folds to itself.
 *
 * @param drop a global pattern of what to leave out
 * @returns the folded text, or undefined when it holds characters that have no agreed meaning
 *
 * @example
 * import { canonicalText } from "@tallystick/sdk";
 *
 * canonicalText("ｉｎｖ－２０26", /[^\p{L}\p{N}]/gu) // => "INV2026"
 */
export function canonicalText(text: string, drop: RegExp): string | undefined {
  if (withoutMeaning.test(text)) return undefined;
  let folded = text;
  for (let pass = 0; pass < mostPasses; pass++) {
    const next = folded
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
      .normalize("NFKC")
      .toUpperCase()
      .normalize("NFKC")
      .replace(drop, "");
    if (next === folded) return folded;
    folded = next;
  }
  return undefined;
}
