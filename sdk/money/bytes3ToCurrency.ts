import { MoneyError } from "../errors/MoneyError.ts";
import { currencyExponent } from "./currencyExponent.ts";

/**
 * The currency behind a contract's `bytes3`.
 *
 * @param bytes3 hex such as `0x434e59`
 * @returns ISO 4217 code in capitals
 * @throws MoneyError `money-currency-unknown`
 *
 * @example
 * import { bytes3ToCurrency } from "@tallystick/sdk";
 *
 * bytes3ToCurrency("0x434e59") // => "CNY"
 */
export function bytes3ToCurrency(bytes3: string): string {
  if (!/^0x[0-9a-f]{6}$/i.test(bytes3)) {
    throw new MoneyError(
      "money-currency-unknown",
      `"${bytes3.slice(0, 16)}" is not a currency in three bytes.`,
      { details: { currency: bytes3.slice(0, 16) } },
    );
  }
  const letters = [2, 4, 6].map((at) => Number.parseInt(bytes3.slice(at, at + 2), 16));
  const currency = String.fromCharCode(...letters);
  currencyExponent(currency);
  return currency;
}
