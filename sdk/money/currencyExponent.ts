import { MoneyError } from "../errors/MoneyError.ts";
import { currencyExponents } from "./currencyExponents.ts";

/**
 * Decimals of a currency's minor unit.
 *
 * @param currency ISO 4217 code in capitals
 * @throws MoneyError `money-currency-unknown`
 *
 * @example
 * import { currencyExponent } from "@tallystick/sdk";
 *
 * currencyExponent("CNY") // => 2
 * currencyExponent("JPY") // => 0
 */
export function currencyExponent(currency: string): number {
  const exponent = currencyExponents.get(currency);
  if (exponent === undefined) {
    throw new MoneyError(
      "money-currency-unknown",
      `"${currency.slice(0, 16)}" is not an active ISO 4217 currency with a minor unit.`,
      { details: { currency: currency.slice(0, 16) } },
    );
  }
  return exponent;
}
