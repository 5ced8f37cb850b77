import { currencyExponent } from "./currencyExponent.ts";

/**
 * A currency as contracts store it: its three capitals in ASCII.
 *
 * @param currency ISO 4217 code in capitals
 * @throws MoneyError `money-currency-unknown`
 *
 * @example
 * import { currencyToBytes3 } from "@tallystick/sdk";
 *
 * currencyToBytes3("CNY") // => "0x434e59"
 */
export function currencyToBytes3(currency: string): `0x${string}` {
  currencyExponent(currency);
  let hex = "";
  for (const letter of currency) hex += letter.charCodeAt(0).toString(16).padStart(2, "0");
  return `0x${hex}`;
}
