import { gs1CheckDigit } from "./gs1CheckDigit.ts";

/**
 * Whether a GS1 key that ends with a check digit (GTIN of 8, 12, 13 or 14, GLN of 13, SSCC of 18 digits and others)
 * has the right one.
 *
 * @example
 * import { isGs1Key } from "@tallystick/sdk";
 *
 * isGs1Key("4012345000009") // => true
 * isGs1Key("4012345000008") // => false
 */
export function isGs1Key(key: string): boolean {
  return key.length > 1 && gs1CheckDigit(key.slice(0, -1)) === key.at(-1);
}
