import { GoodsError } from "../errors/GoodsError.ts";
import { canonicalText } from "../identity/canonicalText.ts";

const longest = 512;

/**
 * The one spelling of a place or of a lot mark: compatibility forms folded (NFKC), capitals, one space between words,
 * none around them. Punctuation stays: "A-1 2" and "A-12" are two marks.
 *
 * @param what names the field in the error
 * @returns 1 to 512 characters
 * @throws GoodsError `goods-text-invalid` for a text that is empty, longer, or holds characters without agreed meaning
 *
 * @example
 * import { canonicalGoodsText } from "@tallystick/sdk";
 *
 * canonicalGoodsText("place", "  Baoshan　warehouse ３,\n hall 2 ") // => "BAOSHAN WAREHOUSE 3, HALL 2"
 */
export function canonicalGoodsText(what: string, text: string): string {
  const spaced = text.length > longest * 2 ? undefined : text.replace(/\s+/gu, " ");
  const folded = spaced === undefined ? undefined : canonicalText(spaced, /^ +| +$|(?<= ) /gu);
  if (folded === undefined || folded === "" || folded.length > longest) {
    const shown = text.slice(0, 40);
    throw new GoodsError(
      "goods-text-invalid",
      `"${shown}" is no ${what} of 1 to ${longest} characters that everybody reads the same.`,
      { details: { what, text: shown } },
    );
  }
  return folded;
}
