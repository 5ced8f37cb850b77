/**
 * The check digit of a GS1 key (GS1 General Specifications 7.9, modulo 10 with weights 3 and 1 from the right), for
 * GTIN, GLN, SSCC and every other key with one.
 *
 * @param digits the key without its check digit
 * @returns one digit, or undefined when the text is not digits
 *
 * @example
 * import { gs1CheckDigit } from "@tallystick/sdk";
 *
 * gs1CheckDigit("061414100734") // => "9"
 */
export function gs1CheckDigit(digits: string): string | undefined {
  if (!/^\d{1,30}$/.test(digits)) return undefined;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    sum += place % 2 === 0 ? digit * 3 : digit;
  }
  return String((10 - (sum % 10)) % 10);
}
